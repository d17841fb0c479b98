package org.herald.store;

import static org.herald.store.schema.Tables.BLOCK;
import static org.herald.store.schema.Tables.MENU;

import org.herald.model.Asset;
import org.herald.model.Block;
import org.herald.model.MenuEntry;
import org.jooq.DSLContext;

/** Writes menus and blocks. */
public final class OutlineWrites {

    private final DSLContext dsl;

    OutlineWrites(DSLContext dsl) {
        this.dsl = dsl;
    }

    public void add(MenuEntry entry) {
        dsl.insertInto(MENU)
                .set(MENU.MENU_, entry.menu())
                .set(MENU.LANGUAGE, entry.language().tag())
                .set(MENU.PLACE, entry.place())
                .set(MENU.LABEL, entry.label())
                .set(MENU.TARGET, entry.target())
                .execute();
    }

    public void add(Block block) {
        Asset picture = block.picture();
        dsl.insertInto(BLOCK)
                .set(BLOCK.KIND, block.kind().word())
                .set(BLOCK.SPOT, block.spot().word())
                .set(BLOCK.LANGUAGE, block.language().tag())
                .set(BLOCK.PLACE, block.place())
                .set(BLOCK.TITLE, block.title())
                .set(BLOCK.TEXT, block.text())
                .set(BLOCK.TARGET, block.target())
                .set(BLOCK.PICTURE_ID, picture == null ? null : picture.id().value())
                .set(BLOCK.FROM_AT, Rows.millis(block.fromAt()))
                .set(BLOCK.UNTIL_AT, Rows.millis(block.untilAt()))
                .execute();
    }
}
