package dev.orderflow.chassis.house;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import badhouse.orderflow.chassis.failure.FailureOverHttp;
import badhouse.orderflow.chassis.http.ProblemInPostgres;
import badhouse.orderflow.chassis.http.paging.PagingInPostgres;
import badhouse.orderflow.chassis.json.JsonOverHttp;
import badhouse.orderflow.chassis.lifecycle.DrainInEntities;
import badhouse.orderflow.chassis.redis.RedisInPostgres;
import badhouse.orderflow.chassis.schema.SchemaOverHttp;
import badhouse.orderflow.chassis.sql.SqlOverHttp;
import badhouse.orderflow.chassis.telemetry.TelemetryInPostgres;
import badhouse.orderflow.chassis.work.RetentionOverHttp;
import badhouse.orderflow.events.OrderShipped;
import badhouse.orderflow.inventory.lock.StockLockOverHttp;
import badhouse.orderflow.messaging.OutboxForPayments;
import badhouse.orderflow.messaging.outbox.Wires;
import badhouse.orderflow.order.application.ListenToOrders;
import badhouse.orderflow.order.application.PlaceOrderAgain;
import badhouse.orderflow.order.application.PlaceOrderOverHttp;
import badhouse.orderflow.order.application.PlaceOrderThatConsumes;
import badhouse.orderflow.order.billing.Invoice;
import badhouse.orderflow.order.cache.OrderCacheInPostgres;
import badhouse.orderflow.order.crowd.FirstGuest;
import badhouse.orderflow.order.domain.ErrorPrinter;
import badhouse.orderflow.order.domain.Names;
import badhouse.orderflow.order.domain.OrderThatAppends;
import badhouse.orderflow.order.domain.OrderThatLoadsItself;
import badhouse.orderflow.order.domain.Printer;
import badhouse.orderflow.order.domain.Sleeper;
import badhouse.orderflow.order.domain.Tattler;
import badhouse.orderflow.order.domain.TracePrinter;
import badhouse.orderflow.order.messaging.OrderEventsOnWires;
import badhouse.orderflow.order.messaging.OrderEventsOverHttp;
import badhouse.orderflow.order.metrics.MetricsOverHttp;
import badhouse.orderflow.order.persistence.OrdersThatPlace;
import badhouse.orderflow.order.persistence.TransactionalOrders;
import badhouse.orderflow.order.rest.CardOnPaper;
import badhouse.orderflow.order.rest.DocumentingResource;
import badhouse.orderflow.order.rest.LongResource;
import badhouse.orderflow.order.rest.OrdersResourceThatCaches;
import badhouse.orderflow.order.rest.OrdersResourceWithSql;
import badhouse.orderflow.order.rest.TransactionalResource;
import badhouse.orderflow.order.rest.coop.Hen;
import badhouse.orderflow.order.rest.nest.Egg;
import badhouse.orderflow.order.util.Money;
import badhouse.orderflow.payment.domain.Payment;
import badhouse.orderflow.payment.gateway.GatewayInPostgres;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Proves that every rule bites: each is broken by bad classes, and names them. */
class HouseRulesTest {

    /** Bad classes by rule. */
    private static final Map<String, List<Class<?>>> BAD = Map.ofEntries(
            Map.entry("domain", List.of(OrderThatAppends.class, OrderThatLoadsItself.class)),
            Map.entry("application", List.of(PlaceOrderOverHttp.class, PlaceOrderThatConsumes.class)),
            Map.entry("rest", List.of(OrdersResourceWithSql.class)),
            Map.entry("messaging", List.of(OrderEventsOverHttp.class)),
            Map.entry("persistence", List.of(OrdersThatPlace.class)),
            Map.entry("redis", List.of(OrderCacheInPostgres.class, StockLockOverHttp.class)),
            Map.entry("gateway", List.of(GatewayInPostgres.class)),
            Map.entry("metrics", List.of(MetricsOverHttp.class)),
            Map.entry("contract", List.of(OrderShipped.class)),
            Map.entry("messagingLibrary", List.of(OutboxForPayments.class)),
            Map.entry("failure", List.of(FailureOverHttp.class)),
            Map.entry("json", List.of(JsonOverHttp.class)),
            Map.entry("http", List.of(ProblemInPostgres.class, PagingInPostgres.class)),
            Map.entry("redisConnections", List.of(RedisInPostgres.class)),
            Map.entry("work", List.of(RetentionOverHttp.class)),
            Map.entry("lifecycle", List.of(DrainInEntities.class)),
            Map.entry("telemetry", List.of(TelemetryInPostgres.class)),
            Map.entry("sql", List.of(SqlOverHttp.class)),
            Map.entry("schema", List.of(SchemaOverHttp.class)),
            Map.entry("samePackagesInEveryService", List.of(Invoice.class)),
            Map.entry("noCycles", List.of(Egg.class, Hen.class)),
            Map.entry("smallPackages", List.of(FirstGuest.class)),
            Map.entry("adaptersApart", List.of(OrdersResourceThatCaches.class)),
            Map.entry("internalsStayInternal", List.of(OrderEventsOnWires.class)),
            Map.entry("transactionsAreUseCases", List.of(TransactionalResource.class, TransactionalOrders.class)),
            Map.entry("faultToleranceStandsAtTheClient", List.of(PlaceOrderAgain.class)),
            Map.entry("messagingListens", List.of(ListenToOrders.class)),
            Map.entry("nobodySleeps", List.of(Sleeper.class)),
            Map.entry("nobodyPrints", List.of(Printer.class, ErrorPrinter.class, TracePrinter.class)),
            Map.entry("failuresAreLoggedWithoutData", List.of(Tattler.class)),
            Map.entry("secretsAreNotPrinted", List.of(CardOnPaper.class)),
            Map.entry("documentsAreWrittenFirst", List.of(DocumentingResource.class)),
            Map.entry("resourcesAreShort", List.of(LongResource.class)),
            Map.entry(
                    "namesSaySomething",
                    Stream.concat(Stream.of(Money.class), Arrays.stream(Names.class.getClasses()))
                            .toList()),
            Map.entry("nullIsMarked", List.of(Payment.class)));

    /** Good in themselves, but without them a rule about relations sees none. */
    private static final List<Class<?>> BYSTANDERS = Stream.concat(
                    Stream.of(OrderCacheInPostgres.class, Wires.class, Egg.class, Hen.class),
                    FirstGuest.OTHERS.stream())
            .toList();

    @ParameterizedTest
    @MethodSource
    void a_bad_class_breaks_the_rule(ArchRule rule, Class<?> bad) {
        var classes = new ClassFileImporter()
                .importClasses(
                        Stream.concat(Stream.of(bad), BYSTANDERS.stream()).toList());

        var report = rule.evaluate(classes).getFailureReport();

        assertThat(report.getDetails())
                .as("%s by %s", rule, bad)
                .anySatisfy(detail -> assertThat(detail).contains(bad.getName()));
    }

    static Stream<Arguments> a_bad_class_breaks_the_rule() {
        Map<String, ArchRule> rules = rules();
        return BAD.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(bad -> argumentSet(
                                entry.getKey() + " / " + bad.getSimpleName(), rules.get(entry.getKey()), bad)));
    }

    @Test
    void every_rule_has_a_bad_class() {
        assertThat(BAD.keySet()).isEqualTo(rules().keySet());
        assertThat(BAD.values()).noneMatch(List::isEmpty);
    }

    @Test
    void a_rule_says_nothing_about_packages_that_a_module_lacks() {
        var nothing = new ClassFileImporter().importClasses();

        assertThat(rules().values()).allSatisfy(rule -> rule.check(nothing));
    }

    /** Everything that a module gets which includes {@link HouseRules}. */
    private static Map<String, ArchRule> rules() {
        return fields(HouseRules.class, ArchTests.class)
                .map(field -> value(field, ArchTests.class))
                .flatMap(set -> fields(set.getDefinitionLocation(), ArchRule.class))
                .collect(toMap(Field::getName, field -> value(field, ArchRule.class)));
    }

    private static Stream<Field> fields(Class<?> owner, Class<?> type) {
        return Arrays.stream(owner.getDeclaredFields()).filter(field -> field.getType() == type);
    }

    private static <T> T value(Field field, Class<T> type) {
        try {
            return type.cast(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
