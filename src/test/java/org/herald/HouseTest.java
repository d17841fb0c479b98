package org.herald;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.QueryParam;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.testing.Sources;
import org.junit.jupiter.api.Test;

/** The rules of the house: which room may call which, and what no class of ours does. */
final class HouseTest {

    private static final String HERALD = "org.herald";

    /** What jOOQ writes from the migrations. */
    private static final String MODEL = "org.herald.model";

    private static final String SCHEMA = "org.herald.store.schema";

    /**
     * Whom each room may call, as DESIGN.md and the room's own package-info say. A new package fails a test until it has
     * a line here; a line may stand here before its package.
     */
    private static final Map<String, Set<String>> MAY_CALL = Map.ofEntries(
            entry("model", Set.of()),
            entry("config", Set.of("model")),
            entry("web", Set.of("model")),
            entry("events", Set.of("model")),
            entry("store.schema", Set.of()),
            entry("store", Set.of("model", "store.schema")),
            entry("store.sqlite", Set.of("model", "store")),
            entry("store.postgres", Set.of("store")),
            entry("media", Set.of("model", "store")),
            entry("people", Set.of("config", "model", "store")),
            entry("publish.body", Set.of("model")),
            entry("publish.merge", Set.of("model")),
            entry("publish", Set.of("model", "store", "people", "publish.body", "publish.merge")),
            entry("site.directory", Set.of("config", "model", "store", "web")),
            entry("site.events", Set.of("model", "store")),
            entry("site.feeds", Set.of("model", "store")),
            entry("search", Set.of("model", "store")),
            entry("search.lucene", Set.of("model", "search")),
            entry(
                    "site",
                    Set.of(
                            "config",
                            "events",
                            "model",
                            "search",
                            "store",
                            "media",
                            "web",
                            "site.directory",
                            "site.events",
                            "site.feeds")),
            entry(
                    "newsroom",
                    Set.of(
                            "config",
                            "model",
                            "store",
                            "media",
                            "people",
                            "publish",
                            "publish.body",
                            "publish.merge",
                            "web")),
            entry("newsroom.desk", screens("site.events")),
            entry("newsroom.writing", screens()),
            entry("newsroom.portal", screens()),
            entry("newsroom.account", screens()),
            entry("newsroom.people", screens("newsroom.account")),
            entry("exchange.csv", Set.of("model", "store", "publish", "publish.body", "media")),
            entry("exchange.ics", Set.of("model", "store", "publish.body", "exchange.csv")),
            entry("outgoing", Set.of()),
            entry("exchange.wxr", Set.of("model", "publish", "publish.body", "media")),
            entry(
                    "cli",
                    Set.of(
                            "config",
                            "model",
                            "store",
                            "store.sqlite",
                            "store.postgres",
                            "media",
                            "people",
                            "publish",
                            "web",
                            "search",
                            "search.lucene",
                            "site",
                            "site.directory",
                            "site.events",
                            "site.feeds",
                            "newsroom",
                            "newsroom.desk",
                            "newsroom.writing",
                            "newsroom.portal",
                            "newsroom.account",
                            "newsroom.people",
                            "exchange.csv",
                            "exchange.ics",
                            "exchange.wxr",
                            "outgoing")));

    /** With the rooms within them. */
    private static final Set<String> MAY_ANSWER_HTTP = Set.of("web", "site", "newsroom", "api");

    private static final Pattern EMPTY_NAME = Pattern.compile(
            "Abstract.*|.*(Manager|Helper|Utils?|Impl|Processor|Handler|Service|DTO|Dto|VO|Base|Abstract|Info|Data)");

    /** What reads the machine's clock, zone or language instead of being given them. */
    private static final Pattern OF_THE_MACHINE = Pattern.compile("java[.]time[.][A-Za-z.]+[.]now"
            + "|java[.]time[.](Clock|InstantSource)[.]system.*"
            + "|java[.]time[.]ZoneId[.]systemDefault"
            + "|java[.]util[.](Locale|TimeZone)[.]getDefault"
            + "|java[.]util[.](Date|GregorianCalendar)[.]<init>"
            + "|java[.]util[.]Calendar[.]getInstance"
            + "|java[.]lang[.]System[.]currentTimeMillis");

    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target/classes"));

    @Test
    void everyRoomHasALineInTheTable() {
        var unknown = new TreeSet<String>();
        ours().forEach(type -> unknown.add(room(type)));
        unknown.removeAll(MAY_CALL.keySet());

        assertEquals(Set.of(), unknown, "packages without a line in MAY_CALL");
    }

    @Test
    void roomsCallOnlyTheRoomsThatTheTableAllows() {
        var calls = ours().flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(call -> call.getTargetClass().getPackageName().startsWith(HERALD))
                .filter(call -> !room(call.getTargetClass()).equals(room(call.getOriginClass())))
                .filter(call -> !MAY_CALL.getOrDefault(room(call.getOriginClass()), Set.of())
                        .contains(room(call.getTargetClass())))
                .map(call -> call.getDescription())
                .sorted()
                .toList();

        assertEquals(List.of(), calls);
    }

    @Test
    void noRoomsCallEachOtherInACircle() {
        slices().matching("org.herald.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheStoreKnowsSql() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.herald.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "org.jooq..",
                        "org.sqlite..",
                        "org.flywaydb..",
                        "org.postgresql..",
                        "com.zaxxer..",
                        "org.herald.store.schema..")
                .check(CLASSES);
    }

    @Test
    void onlyPublishAndPeopleWrite() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.herald.store", "org.herald.publish", "org.herald.people")
                .should()
                .dependOnClassesThat(simpleNameEndingWith("Writes"))
                .check(CLASSES);
    }

    @Test
    void onlyTheEdgeKnowsTheServer() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.herald.web")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.quarkus.vertx..", "io.netty..")
                .check(CLASSES);
    }

    @Test
    void onlyRoomsWithPagesAnswerHttp() {
        noClasses()
                .that(describe(
                        "stand in no room of " + MAY_ANSWER_HTTP,
                        type -> !MAY_ANSWER_HTTP.contains(outermost(room(type)))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..")
                .check(CLASSES);
    }

    /** A page is kept under the parameters that its route declares, and so it sees no others. */
    @Test
    void readersRoutesTakeOnlyDeclaredParameters() {
        var taking = ours().filter(type -> room(type).equals("site"))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getParameters().stream()
                                .anyMatch(parameter -> parameter.isAnnotatedWith(QueryParam.class))
                        || method.getMethodCallsFromSelf().stream()
                                .anyMatch(call -> call.getTarget().getName().equals("getQueryParameters")))
                .map(JavaMember::getFullName)
                .toList();

        assertEquals(List.of(), taking, "declare them as web.RouteParameters and take them from its values");
    }

    @Test
    void onlyTheCommandSpeaksToTheTerminal() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.herald.cli")
                .should(ACCESS_STANDARD_STREAMS)
                .check(CLASSES);
    }

    /** The clock is made once, in {@code cli.Wiring}; everybody else is given it. */
    @Test
    void nobodyAsksTheMachineForItsTimeZoneOrLanguage() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.herald.cli.Wiring")
                .should()
                .accessTargetWhere(describe("reads the machine's clock, zone or language", HouseTest::isOfTheMachine))
                .check(CLASSES);
    }

    @Test
    void noTypeHasAnEmptyName() {
        var empty = ours().map(JavaClass::getSimpleName)
                .filter(name -> EMPTY_NAME.matcher(name).matches())
                .toList();

        assertEquals(List.of(), empty, "name what it is in the words of a newsroom");
    }

    /** An interface is earned by a second implementation; one for lambdas says so with {@code @FunctionalInterface}. */
    @Test
    void noInterfaceHasASingleImplementation() {
        var single = ours().filter(type -> type.isInterface()
                        && !type.isAnnotation()
                        && !type.getSimpleName().equals("package-info")
                        && !type.isAnnotatedWith(FunctionalInterface.class))
                .filter(type -> type.getAllSubclasses().size() < 2)
                .map(JavaClass::getName)
                .toList();

        assertEquals(List.of(), single);
    }

    @Test
    void staticFieldsAreFinal() {
        var open = fields().filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                .map(JavaMember::getFullName)
                .toList();

        assertEquals(List.of(), open);
    }

    @Test
    void fieldsArePrivateAndFinalOrACommentSaysWhyNot() {
        var unexplained = fields().filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getModifiers().containsAll(Set.of(JavaModifier.PRIVATE, JavaModifier.FINAL)))
                .filter(field -> !isExplained(field))
                .map(JavaMember::getFullName)
                .toList();

        assertEquals(List.of(), unexplained, "make it private and final, or say why not at the end of its line");
    }

    @Test
    void theTableItselfHasNoCircles() {
        MAY_CALL.forEach((room, allowed) -> {
            assertTrue(MAY_CALL.keySet().containsAll(allowed), room);
            assertFalse(allBelow(room).contains(room), room + " calls itself through others");
        });
    }

    /** What a room may call, and what that may call, down to the lowest. */
    private static Set<String> allBelow(String room) {
        var found = new TreeSet<String>();
        var open = new ArrayDeque<>(MAY_CALL.getOrDefault(room, Set.of()));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (found.add(next)) {
                open.addAll(MAY_CALL.getOrDefault(next, Set.of()));
            }
        }
        return found;
    }

    /** What a part of the newsroom may call: what all parts share, the rooms below, and the other parts named here. */
    private static Set<String> screens(String... parts) {
        return Stream.concat(
                        Stream.of(
                                "newsroom",
                                "config",
                                "model",
                                "store",
                                "media",
                                "people",
                                "publish",
                                "publish.body",
                                "publish.merge",
                                "web"),
                        Stream.of(parts))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The room around a room: {@code newsroom} for {@code newsroom.desk}. */
    private static String outermost(String room) {
        return room.replaceFirst("[.].*", "");
    }

    /** True when the line that declares the field ends with a comment. */
    private static boolean isExplained(JavaMember field) {
        var type = field.getOwner();
        while (type.getEnclosingClass().isPresent()) {
            type = type.getEnclosingClass().get();
        }
        String file = "src/main/java/" + type.getName().replace('.', '/') + ".java";
        var declaration = Pattern.compile("\\b" + Pattern.quote(field.getName()) + "( = .*)?; // \\w.*");
        return Sources.lines(Path.of(file)).stream()
                .anyMatch(line -> declaration.matcher(line).find());
    }

    private static boolean isOfTheMachine(JavaAccess<? extends AccessTarget> access) {
        return OF_THE_MACHINE
                .matcher(access.getTarget().getOwner().getName() + "."
                        + access.getTarget().getName())
                .matches();
    }

    /** Our types, without those that jOOQ writes. */
    private static Stream<JavaClass> ours() {
        return CLASSES.stream().filter(type -> !type.getPackageName().startsWith(SCHEMA));
    }

    private static Stream<JavaMember> fields() {
        return ours().flatMap(type -> type.getFields().stream())
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(field -> field);
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        if (name.startsWith(SCHEMA)) {
            return "store";
        }
        if (name.startsWith(MODEL + ".")) {
            return "model"; // records that name each other, in several packages for whoever reads them
        }
        return name.equals(HERALD) ? "" : name.substring(HERALD.length() + 1);
    }
}
