package fr.genereferral.hubdirectory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.Keeper;
import fr.genereferral.hubdirectory.KeeperChange;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who has the file in hand.
 *
 * @param from who had it before; absent where nobody had
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "KeeperNow")
public record KeeperRepresentation(Named keeper, Instant since, Named from) {

    /**
     * A person, by one of two names.
     *
     * @param user subject of a person who signs in
     * @param rpps national number of a professional
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Keeper")
    public record Named(String user, String rpps) {

        /** Null for nobody. */
        public static Named of(Optional<Keeper> keeper) {
            return keeper.map(named -> new Named(named.user(), named.rpps())).orElse(null);
        }
    }

    /** Null while nobody has it. */
    public static KeeperRepresentation of(Optional<KeeperChange> last) {
        return last.filter(change -> change.to().isPresent())
                .map(change ->
                        new KeeperRepresentation(Named.of(change.to()), change.madeAt(), Named.of(change.from())))
                .orElse(null);
    }
}
