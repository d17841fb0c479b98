package org.herald.media;

/** Why a file cannot be taken as a picture, as a key of the message files. */
final class UnfitPicture extends Exception {

    private static final long serialVersionUID = 1L;

    private final String key;

    private UnfitPicture(String key) {
        super(key, null, false, false);
        this.key = key;
    }

    static UnfitPicture damaged() {
        return new UnfitPicture("refused.picture-damaged");
    }

    static UnfitPicture moving() {
        return new UnfitPicture("refused.picture-moving");
    }

    static UnfitPicture withEntities() {
        return new UnfitPicture("refused.picture-entities");
    }

    static UnfitPicture tooComplex() {
        return new UnfitPicture("refused.picture-complex");
    }

    String key() {
        return key;
    }
}
