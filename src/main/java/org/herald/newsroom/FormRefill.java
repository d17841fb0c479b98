package org.herald.newsroom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.herald.model.Blank;
import org.herald.model.Words;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Fills the form on a page with what was typed in it before, and says at the head of the page that nothing of it has been
 * done. What no longer fits into the page stands in its head, so that it can be copied: no word is lost.
 */
final class FormRefill {

    private static final String CONTROLS = "input[name], textarea[name], select[name]";
    private static final Set<String> NEVER_FILLED = Set.of("password", "file", "submit", "image", "button", "reset");

    private final Words words;
    private final HeldForm held;
    private final List<HeldForm.Field> left;

    private FormRefill(Words words, HeldForm held) {
        this.words = words;
        this.held = held;
        this.left = new ArrayList<>(held.fields());
    }

    /** The page with the form filled in and the notice at its head. */
    static String into(String html, HeldForm held, Words words) {
        return new FormRefill(words, held).fill(html);
    }

    private String fill(String html) {
        Document page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
        page.select("[autofocus]").removeAttr("autofocus");
        var form = page.select("form[method=post]").stream()
                .filter(each -> each.attr("action").equals(held.action()))
                .max(Comparator.comparingInt(this::fit));
        Optional<Element> button = form.flatMap(this::fillControls);
        var main = Optional.ofNullable(page.selectFirst("main")).orElse(page.body());
        main.prependChild(notice(form.orElse(null) != null, button));
        return page.outerHtml();
    }

    /** How many of the fields this form has; a hidden one with another value is a form about something else. */
    private int fit(Element form) {
        int fit = 0;
        for (var field : held.fields()) {
            for (Element control : controls(form, field.name())) {
                boolean isHidden = "hidden".equals(control.attr("type"));
                fit += isHidden && !control.val().equals(field.value()) ? -100 : 1;
            }
        }
        return fit;
    }

    /** The button that was pressed, or else the first of the form. */
    private Optional<Element> fillControls(Element form) {
        for (Element control : form.select(CONTROLS)) {
            fillControl(control);
        }
        Optional<Element> pressed = Optional.empty();
        for (Element button : form.select("button[name], input[type=submit][name]")) {
            if (left.remove(new HeldForm.Field(button.attr("name"), button.attr("value")))) {
                pressed = Optional.of(button);
            }
        }
        form.select("details").forEach(each -> each.attr("open", true));
        form.parents().stream().filter(each -> each.is("details")).forEach(each -> each.attr("open", true));
        if (form.id().isEmpty()) {
            form.attr("id", "held-form");
        }
        var button = pressed.or(
                () -> Optional.ofNullable(form.selectFirst("button:not([type=button]), input[type=submit]")));
        button.ifPresent(each -> each.attr("autofocus", true));
        return button;
    }

    private void fillControl(Element control) {
        String name = control.attr("name");
        String type = control.attr("type");
        if (name.equals(Gate.CSRF_FIELD) || NEVER_FILLED.contains(type)) {
            return;
        }
        if (type.equals("checkbox") || type.equals("radio")) {
            boolean isChosen = left.remove(new HeldForm.Field(name, control.hasAttr("value") ? control.val() : "on"));
            control.attr("checked", isChosen);
        } else if (control.is("select")) {
            choose(control, name);
        } else {
            take(name).ifPresent(value -> set(control, value));
        }
    }

    private void choose(Element select, String name) {
        var chosen = left.stream()
                .filter(field -> field.name().equals(name))
                .map(HeldForm.Field::value)
                .collect(Collectors.toSet());
        for (Element option : select.select("option")) {
            String value = option.hasAttr("value") ? option.attr("value") : option.text();
            option.attr("selected", chosen.contains(value));
            if (chosen.contains(value)) {
                left.remove(new HeldForm.Field(name, value));
            }
        }
    }

    private static void set(Element control, String value) {
        if (control.is("textarea")) {
            control.text(value.replace("\r\n", "\n"));
        } else {
            control.val(value);
        }
    }

    private Optional<String> take(String name) {
        var found = left.stream().filter(field -> field.name().equals(name)).findFirst();
        found.ifPresent(left::remove);
        return found.map(HeldForm.Field::value);
    }

    private static List<Element> controls(Element form, String name) {
        return form.select(CONTROLS).stream()
                .filter(control -> control.attr("name").equals(name))
                .toList();
    }

    private Element notice(boolean isInForm, Optional<Element> button) {
        var notice =
                new Element("div").addClass("reasons").attr("role", "alert").attr("id", "held");
        notice.appendElement("h2").text(words.say("held.title"));
        if (!isInForm) {
            notice.appendElement("p").text(words.say("held.no-form"));
        } else {
            String label = button.map(each -> each.is("input") ? each.val() : each.text())
                    .orElse("");
            notice.appendElement("p")
                    .text(label.isEmpty() ? words.say("held.again") : words.say("held.again-by", label));
        }
        if (held.hasFiles()) {
            notice.appendElement("p").text(words.say("held.files"));
        }
        var typed = left.stream().filter(field -> !Blank.is(field.value())).toList();
        if (!typed.isEmpty()) {
            notice.appendElement("p").text(words.say("held.left"));
            typed.forEach(field -> notice.appendElement("textarea")
                    .attr("readonly", true)
                    .attr("rows", "4")
                    .attr("aria-label", field.name())
                    .text(field.value().replace("\r\n", "\n")));
        }
        return notice;
    }
}
