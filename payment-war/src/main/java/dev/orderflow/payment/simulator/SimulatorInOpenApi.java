package dev.orderflow.payment.simulator;

import dev.orderflow.chassis.http.openapi.ProblemsInOpenApi;
import java.util.List;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Leaves the simulated gateway out of the OpenAPI document where there is none. */
public class SimulatorInOpenApi extends ProblemsInOpenApi {

    static final String TAG = "Simulated gateway";

    private static final String PATHS = "/api/" + SimulatorFilter.SEGMENT + "/";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        super.filterOpenAPI(api);
        if (!DevelopmentEnvironment.isSet()) {
            List.copyOf(api.getPaths().getPathItems().keySet()).stream()
                    .filter(path -> path.startsWith(PATHS))
                    .forEach(api.getPaths()::removePathItem);
            api.setTags(api.getTags().stream()
                    .filter(tag -> !TAG.equals(tag.getName()))
                    .toList());
        }
    }
}
