package fr.genereferral.hubdirectory.web;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

/**
 * What is thrown and is no exception: the framework's own mapper knows exceptions alone, and a database connection that is
 * lost in the middle of a request is told by a bare {@link Throwable}.
 */
@Provider
public class ThrowableMapper extends ExceptionMapperBase<Throwable> {

    @Override
    protected HttpProblem toProblem(Throwable thrown) {
        return HttpProblem.valueOf(Status.INTERNAL_SERVER_ERROR);
    }
}
