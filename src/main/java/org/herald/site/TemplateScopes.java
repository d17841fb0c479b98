package org.herald.site;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EngineConfiguration;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Mapper;
import io.quarkus.qute.ResolutionContext;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;
import java.util.concurrent.CompletionStage;

/**
 * Finds what the first word of an expression in a template names, in the innermost scope that has such a name: a loop, an
 * included template, the page. Qute itself asks each of its resolvers, of which there is one for each class that templates
 * use, at each scope in turn; for an article that was a third of the making of its page.
 */
@EngineConfiguration
public class TemplateScopes implements ValueResolver {

    /** Above all of Qute's own. */
    private static final int PRIORITY = 1000;

    @Override
    public int getPriority() {
        return PRIORITY;
    }

    @Override
    public boolean appliesTo(EvalContext context) {
        return context.getBase() instanceof Mapper scope
                && scope.equals(context.resolutionContext().getData())
                && context.getParams().isEmpty();
    }

    /** Gives what the name means; not found when no scope has it, or one is not a plain list of names, which Qute asks then. */
    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        String name = context.getName();
        for (ResolutionContext scope = context.resolutionContext(); scope != null; scope = scope.getParent()) {
            if (scope.getData() != null) {
                if (!(scope.getData() instanceof Mapper names)) {
                    break;
                }
                if (names.appliesTo(name)) {
                    CompletionStage<Object> value = names.getAsync(name);
                    if (!isNotFound(value)) {
                        return value;
                    }
                }
            }
        }
        return Results.notFound(context);
    }

    private static boolean isNotFound(CompletionStage<Object> value) {
        return value instanceof CompletedStage<Object> done && !done.isFailure() && Results.isNotFound(done.get());
    }
}
