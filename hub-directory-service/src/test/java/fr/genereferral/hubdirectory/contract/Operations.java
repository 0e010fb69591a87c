package fr.genereferral.hubdirectory.contract;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The operations of every resource, as the code declares them. */
final class Operations {
    /** Read once: our classes are many. */
    private static final Map<String, Declared> ALL = read();

    private Operations() {}

    record Declared(Method method) {
        Set<String> roles() {
            return find(RolesAllowed.class)
                    .map(roles -> (Set<String>) new TreeSet<>(List.of(roles.value())))
                    .orElse(Set.of());
        }

        String verb() {
            return verbs(method).findFirst().orElseThrow();
        }

        /** On the method, or else on its class. */
        <A extends Annotation> Optional<A> find(Class<A> type) {
            return Optional.ofNullable(method.getAnnotation(type))
                    .or(() -> Optional.ofNullable(method.getDeclaringClass().getAnnotation(type)));
        }
    }

    static Map<String, Declared> all() {
        return ALL;
    }

    private static Map<String, Declared> read() {
        var found = new TreeMap<String, Declared>();
        new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("fr.genereferral.hubdirectory")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(type -> Arrays.stream(type.reflect().getDeclaredMethods()))
                        .filter(method -> verbs(method).findAny().isPresent())
                        .forEach(method ->
                                found.put(method.getAnnotation(Operation.class).operationId(), new Declared(method)));
        return found;
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .flatMap(a -> Optional.ofNullable(a.annotationType().getAnnotation(HttpMethod.class)).stream())
                .map(HttpMethod::value);
    }
}
