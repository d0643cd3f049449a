package dev.orderflow.systemtests.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.orderflow.messaging.EventHandler;
import dev.orderflow.order.application.MaintainCatalogue;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the real use cases and consumers on a real PostgreSQL. Each is crashed before each of its statements, before its
 * commit, and after its commit before the response; until a run completes without a crash.
 */
class CrashPointsIT {

    private static BareService order;
    private static BareService inventory;
    private static BareService payment;

    @BeforeAll
    static void open() throws SQLException {
        order = BareService.order();
        inventory = BareService.inventory();
        payment = BareService.payment();
    }

    @AfterAll
    static void close() throws SQLException {
        order.close();
        inventory.close();
        payment.close();
    }

    static Stream<Scenario> orderScenarios() {
        return OrderScenarios.all();
    }

    static Stream<Scenario> inventoryScenarios() {
        return InventoryScenarios.all();
    }

    static Stream<Scenario> paymentScenarios() {
        return PaymentScenarios.all();
    }

    @ParameterizedTest
    @MethodSource("orderScenarios")
    void the_order_service_does_all_or_nothing_and_once(Scenario scenario) throws SQLException {
        CrashPoints.requireAllOrNothingAndOnce(order, scenario);
    }

    @ParameterizedTest
    @MethodSource("inventoryScenarios")
    void the_inventory_does_all_or_nothing_and_once(Scenario scenario) throws SQLException {
        CrashPoints.requireAllOrNothingAndOnce(inventory, scenario);
    }

    @ParameterizedTest
    @MethodSource("paymentScenarios")
    void the_payment_service_does_all_or_nothing_and_once(Scenario scenario) throws SQLException {
        CrashPoints.requireAllOrNothingAndOnce(payment, scenario);
    }

    /** Every use case and handler needs a scenario. */
    @Test
    void every_use_case_that_changes_something_and_every_handler_has_a_scenario() throws SQLException {
        Set<Class<?>> tried = new HashSet<>();
        for (var service : Map.of(
                        order,
                        OrderScenarios.all(),
                        inventory,
                        InventoryScenarios.all(),
                        payment,
                        PaymentScenarios.all())
                .entrySet()) {
            for (Scenario scenario : service.getValue().toList()) {
                service.getKey().rows.replaceBy(scenario.before());
                service.getKey().crashes.live();
                service.getKey().transact(beans -> {
                    scenario.work().accept(beans);
                    tried.addAll(beans.made());
                });
            }
        }
        Set<String> expected = new ClassFileImporter()
                .importPackages("dev.orderflow.order", "dev.orderflow.inventory", "dev.orderflow.payment").stream()
                        .filter(type -> type.isAssignableTo(EventHandler.class) || isUseCase(type))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());

        assertThat(expected).hasSizeGreaterThan(20);
        assertThat(tried.stream().map(Class::getName)).containsAll(expected);
    }

    /** Read-only use cases are named Find… or Count…. */
    private static boolean isUseCase(JavaClass type) {
        return type.getPackageName().matches(".*\\.application(\\..*)?")
                && !type.getSimpleName().matches("(Find|Count).*")
                && (type.isAnnotatedWith(Transactional.class)
                        || type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Transactional.class)));
    }

    /** A crash between two transactions that should be one is detected. */
    @Test
    void work_that_is_not_done_in_one_transaction_is_found() {
        String product = "insert into product values ('A', 'Before', 1250, 0)";
        Scenario torn = new Scenario("a product is changed in two transactions", product, beans -> {
            order.transact(other -> rename(other, "Half"));
            rename(beans, "Whole");
        });

        assertThatThrownBy(() -> CrashPoints.requireAllOrNothingAndOnce(order, torn))
                .isInstanceOf(AssertionError.class);
    }

    private static void rename(ServiceBeans beans, String name) {
        beans.get(MaintainCatalogue.class).put("A", name, 1, now -> now.isPresent());
    }
}
