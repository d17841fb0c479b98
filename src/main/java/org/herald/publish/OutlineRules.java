package org.herald.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.herald.model.Arrangement;
import org.herald.model.Asset;
import org.herald.model.Blank;
import org.herald.model.Block;
import org.herald.model.BlockId;
import org.herald.model.Language;
import org.herald.model.Outcome.Reason;
import org.herald.model.OutlineChange;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.Target;
import org.herald.model.kind.Kind;
import org.herald.model.kind.Kinds;
import org.herald.store.Transaction;
import org.jspecify.annotations.Nullable;

/** Why a change of the outline cannot be made: every reason, before anything is written. */
final class OutlineRules {

    private static final Set<String> MENUS = Set.of("main", "footer");
    private static final int LONGEST_LABEL = 300;
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_TEXT = 2000;
    private static final int MOST_ENTRIES = 60;

    /** Of a value by which events are chosen. */
    private static final int LONGEST_VALUE = 100;

    private static final String VENUE = "venue";

    private static final Set<Kind.Stands> SHOWN = Set.of(Kind.Stands.DIRECTORY, Kind.Stands.CALENDAR);

    /** Entries that a block shows. */
    private static final int MOST_SHOWN = 12;

    private final Transaction transaction;
    private final OwnLinks links;
    private final Arrangement now;
    private final Kinds kinds;
    private final List<Reason> reasons = new ArrayList<>();

    private OutlineRules(UnitOfWork unit, Arrangement now) {
        this.transaction = unit.transaction();
        this.links = unit.links();
        this.kinds = unit.rules().kinds();
        this.now = now;
    }

    /** @param now what the change is made to */
    static List<Reason> reasons(UnitOfWork unit, Arrangement now, OutlineChange change) {
        var rules = new OutlineRules(unit, now);
        rules.check(change);
        return List.copyOf(rules.reasons);
    }

    /** Why this text is no target; nothing for none. */
    static List<Reason> ofTarget(UnitOfWork unit, Arrangement now, String target) {
        var rules = new OutlineRules(unit, now);
        rules.checkTarget(target);
        return List.copyOf(rules.reasons);
    }

    private void check(OutlineChange change) {
        switch (change) {
            case OutlineChange.SectionAdded added -> {
                reasons.addAll(SectionRules.of(transaction, now, added));
                check(added.titles());
            }
            case OutlineChange.SectionMoved moved -> reasons.addAll(SectionRules.of(transaction, now, moved));
            case OutlineChange.SectionRemoved removed -> reasons.addAll(SectionRules.of(transaction, now, removed));
            case OutlineChange.Titles(var section, var titles) -> {
                checkSection(section);
                check(titles);
            }
            case OutlineChange.SectionOrder(var parent, var _) -> checkSection(parent);
            case OutlineChange.Menu menu -> check(menu);
            case OutlineChange.BlockPlaced(var _, var block) -> check(block);
            case OutlineChange.BlockChanged(var id, var block) -> {
                checkBlock(id);
                check(block);
            }
            case OutlineChange.BlockRemoved(var id) -> checkBlock(id);
            case OutlineChange.BlockOrder _ -> {}
        }
    }

    private void check(Map<Language, Section.Title> titles) {
        if (titles.isEmpty()) {
            refuse("refused.title-empty");
        }
        titles.forEach((language, title) -> {
            if (Blank.is(title.title())) {
                refuse("refused.title-empty-in", language.tag());
            }
            checkLength(title.title(), LONGEST_TITLE);
            checkLength(title.description(), LONGEST_TEXT);
        });
    }

    private void check(OutlineChange.Menu menu) {
        if (!MENUS.contains(menu.menu())) {
            refuse("refused.menu-unknown", menu.menu());
        }
        if (menu.entries().size() > MOST_ENTRIES) {
            refuse("refused.menu-long", MOST_ENTRIES);
        }
        menu.entries().forEach(entry -> {
            if (Blank.is(entry.label()) || Blank.is(entry.target())) {
                refuse("refused.menu-entry-empty");
            } else {
                checkTarget(entry.target());
            }
            checkLength(entry.label(), LONGEST_LABEL);
        });
    }

    private void check(Block block) {
        if (Blank.is(block.title()) && Blank.is(block.text())) {
            refuse("refused.block-empty");
        }
        boolean isAtTop = block.spot() == Block.Spot.TOP;
        boolean isOnFront = block.spot() == Block.Spot.FRONT;
        if (isAtTop != (block.kind() == Block.Kind.NOTICE) || (isOnFront && block.kind() != Block.Kind.ENTRIES)) {
            refuse("refused.block-spot");
        }
        checkEntries(block);
        checkMonths(block);
        var branch = block.branch();
        if (branch != null) {
            checkSection(branch);
            if (isOnFront) {
                refuse("refused.block-branch");
            }
        }
        checkLength(block.title(), LONGEST_TITLE);
        checkLength(block.text(), LONGEST_TEXT);
        checkTarget(block.target());
        for (var line : block.lines()) {
            if (Blank.is(line.label()) || Blank.is(line.target())) {
                refuse("refused.block-line", line.label() + line.target());
            } else {
                checkTarget(line.target());
            }
        }
        var from = block.fromAt();
        var until = block.untilAt();
        if (from != null && until != null && !from.isBefore(until)) {
            refuse("refused.until-before-from");
        }
        Asset picture = block.picture();
        if (picture != null
                && transaction
                        .assets()
                        .find(picture.id())
                        .filter(Asset::isPicture)
                        .isEmpty()) {
            refuse("refused.picture-unknown", picture.id().value());
        }
    }

    private void checkEntries(Block block) {
        var entries = block.entries();
        if (block.kind() != Block.Kind.ENTRIES) {
            return;
        }
        var kind = entries == null
                ? Optional.<Kind>empty()
                : kinds.find(entries.directory()).filter(each -> SHOWN.contains(each.stands()));
        if (entries == null || kind.isEmpty()) {
            refuse("refused.block-directory");
            return;
        }
        checkOrder(entries, kind.get());
        if (Blank.is(block.title())) {
            refuse("refused.block-empty");
        }
        if (entries.most() < 1 || entries.most() > MOST_SHOWN) {
            refuse("refused.block-most", MOST_SHOWN);
        }
        var lines = block.text().lines().toList();
        boolean isChosen = entries.order() == Block.Order.CHOSEN;
        boolean isNear = entries.order() == Block.Order.NEAREST;
        if (isChosen && lines.isEmpty()) {
            refuse("refused.block-none-chosen");
        }
        if ((isNear && lines.size() > 1) || (!isNear && !isChosen && !lines.isEmpty())) {
            refuse("refused.block-chosen-in-vain");
        }
        lines.forEach(line -> checkEntry(line, block.language(), isChosen ? entries : null));
    }

    private void checkOrder(Block.Entries entries, Kind kind) {
        boolean isCalendar = kind.stands() == Kind.Stands.CALENDAR;
        boolean isOfCalendars = entries.order() == Block.Order.COMING;
        if (entries.order() != Block.Order.CHOSEN && isCalendar != isOfCalendars) {
            refuse(isCalendar ? "refused.block-order-events" : "refused.block-order-entries");
        }
        if (!isOfCalendars && !entries.filter().isEmpty()) {
            refuse("refused.block-filter-in-vain");
        }
        entries.filter().forEach((name, value) -> {
            boolean isRight = name.equals(VENUE)
                    ? Target.item("item:" + value)
                            .flatMap(id -> transaction.items().find(id))
                            .isPresent()
                    : kinds.filterOf(kind, name)
                            .map(field -> field.type().choices().isEmpty()
                                    || field.type().choices().stream()
                                            .anyMatch(choice -> choice.word().equals(value)))
                            .orElse(false);
            if (!isRight || value.length() > LONGEST_VALUE) {
                refuse(name.equals(VENUE) ? "refused.block-venue" : "refused.block-filter", value);
            }
        });
    }

    /** Months are those of the calendar that the section of a notice shows. */
    private void checkMonths(Block block) {
        var months = block.months();
        if (months == null) {
            return;
        }
        if (months.until().isBefore(months.from())) {
            refuse("refused.block-months-order");
        }
        var branch = block.branch();
        boolean isCalendar = branch != null
                && kinds.all().stream()
                        .filter(kind -> kind.stands() == Kind.Stands.CALENDAR)
                        .flatMap(kind -> Stream.ofNullable(kind.section()))
                        .flatMap(path -> transaction.sections().followed(path).stream())
                        .anyMatch(branch::equals);
        if (block.kind() != Block.Kind.NOTICE || !isCalendar) {
            refuse("refused.block-months");
        }
    }

    /** @param of the directory that it must be of; null for any */
    private void checkEntry(String line, Language language, Block.@Nullable Entries of) {
        var item = Target.item(line).flatMap(id -> transaction.items().find(id));
        if (item.isEmpty()) {
            refuse("refused.block-entry", line);
        } else if (!item.get().language().equals(language)
                || (of != null && !item.get().kind().equals(of.directory()))) {
            refuse("refused.block-entry-other", line);
        }
    }

    private void checkTarget(String text) {
        if (text.isEmpty()) {
            return;
        }
        Target.parse(text).ifPresentOrElse(target -> checkThere(target, text), () -> refuse("refused.target", text));
    }

    private void checkThere(Target target, String text) {
        switch (target) {
            case Target.ToItem(var item) -> {
                if (transaction.items().find(item).isEmpty()) {
                    refuse("refused.target-gone", text);
                }
            }
            case Target.ToSection(var section) -> {
                if (now.section(section).isEmpty()) {
                    refuse("refused.target-gone", text);
                }
            }
            case Target.ToAddress(var address) -> {
                switch (links.standing(address, now)) {
                    case PAGE -> {}
                    case HIDDEN -> refuse("refused.target-hidden", address);
                    case UNSEEN, NOWHERE -> refuse("refused.target-nowhere", address);
                }
            }
            case Target.Outside _ -> {}
        }
    }

    private void checkSection(SectionId section) {
        if (now.section(section).isEmpty()) {
            refuse("refused.section-unknown", section.value());
        }
    }

    private void checkBlock(BlockId block) {
        if (now.block(block).isEmpty()) {
            refuse("refused.block-unknown", block.value());
        }
    }

    private void checkLength(String text, int longest) {
        if (text.length() > longest) {
            refuse("refused.outline-long", text.substring(0, 40) + "…", longest);
        }
    }

    private void refuse(String key, Object... arguments) {
        var reason = new Reason(key, List.of(arguments));
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
    }
}
