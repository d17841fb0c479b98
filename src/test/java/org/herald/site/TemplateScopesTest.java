package org.herald.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in templates mean with our resolver what they mean to Qute without it. */
final class TemplateScopesTest {

    private final Engine ours = engine(builder().addValueResolver(new TemplateScopes()));
    private final Engine plain = engine(builder());

    /** A thing with a name of its own. */
    record Thing(String name, List<Thing> parts) {}

    private static EngineBuilder builder() {
        return Engine.builder().addDefaults().addValueResolver(new ReflectionValueResolver());
    }

    private static Engine engine(EngineBuilder builder) {
        var engine = builder.build();
        engine.putTemplate("layout", engine.parse("<{thing.name}|{#insert}{/}|{#insert aside}none{/}|{word ?: 'no'}>"));
        engine.putTemplate("part", engine.parse("({thing.name} {word ?: '-'})"));
        return engine;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{thing.name} {word}",
                "{#for part in thing.parts}{part.name} {thing.name} {part_count}{#if part_hasNext},{/if}{/for}",
                "{#for thing in thing.parts}{thing.name}{#for thing in thing.parts}{thing.name}{/for}{/for}",
                "{#for part in thing.parts}{#for part in part.parts}{part.name} {word}{/for}{/for}",
                "{#let word='inner'}{word} {#let word=thing.name}{word}{/let}{/let}{word}",
                "{#include layout}{word}{#aside}{thing.name}{/aside}{/include}",
                "{#include layout thing=thing}{word}{#for part in thing.parts}{part.name}{thing.name}{/for}{/include}",
                "{#for part in thing.parts}{#include part thing=part /}{/for}",
                "{#for part in thing.parts}{#include part thing=part word=nothing /}{/for}",
                "{nothing ?: 'else'} {nowhere ?: 'else'} {nowhere.name ?: 'else'} {thing.nowhere ?: 'else'}",
                "{#if nothing}yes{#else}no{/if}{#if nowhere??}yes{#else}no{/if}{#if thing && word}both{/if}",
                "{#with thing}{name}{word}{#for part in parts}{part.name}{name}{/for}{/with}",
                "{thing.parts.size} {thing.parts.0.name} {word.length} {numbers.get(1)}",
                "{#for number in numbers}{number}{number_isLast}{number_odd}{/for}",
                "{#for i in 3}{i}{word}{/for}"
            })
    void namesMeanTheSame(String template) {
        assertEquals(
                filled(plain.parse(template)::instance).render(),
                filled(ours.parse(template)::instance).render());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{nowhere}", "{#for part in thing.parts}{nowhere}{/for}", "{thing.nowhere}", "{nothing.name}"})
    void whatIsNotThereIsAFaultAsBefore(String template) {
        var expected = assertThrows(
                TemplateException.class,
                () -> filled(plain.parse(template)::instance).render());
        var fault = assertThrows(
                TemplateException.class,
                () -> filled(ours.parse(template)::instance).render());
        assertEquals(expected.getMessage(), fault.getMessage());
    }

    @Test
    void otherResolversAreNotAskedForWhatAScopeHas() {
        var asked = new AtomicInteger();
        var counting = new ReflectionValueResolver() {
            @Override
            public boolean appliesTo(EvalContext context) {
                if (context.getName().equals("word")) {
                    asked.incrementAndGet();
                }
                return super.appliesTo(context);
            }
        };
        var engine = engine(
                Engine.builder().addDefaults().addValueResolver(counting).addValueResolver(new TemplateScopes()));
        var template = engine.parse("{#include layout thing=thing}{#for part in thing.parts}{word}{/for}{/include}");
        assertTrue(filled(template::instance).render().contains("word"));
        assertEquals(0, asked.get());
    }

    private static TemplateInstance filled(Supplier<TemplateInstance> template) {
        var inner = new Thing("inner", List.of(new Thing("innermost", List.of())));
        var data = Map.of(
                "thing",
                new Thing("outer", List.of(inner, new Thing("second", List.of()))),
                "word",
                "word",
                "numbers",
                List.of(1, 2, 3));
        var instance = template.get();
        data.forEach(instance::data);
        return instance.data("nothing", null);
    }
}
