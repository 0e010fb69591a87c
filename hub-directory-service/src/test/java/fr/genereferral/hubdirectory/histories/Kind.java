package fr.genereferral.hubdirectory.histories;

import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** What may happen next: to one of the children, or to what a hub can do. */
enum Kind {
    SEE(20, child(Child::see)),
    ACCEPT(60, child(Child::accept)),
    ACCEPT_AGAIN(20, child(Child::acceptAgain)),
    DECLINE(40, child(Child::decline)),
    EXPIRE(80, child(Child::expire)),
    LOSE_ACCREDITATION(20, child(Child::loseAccreditation)),
    CONFIRM_LOSS(15, child(Child::confirmLoss)),
    GIVE_BACK(25, child(Child::giveBack)),
    CANCEL(20, child(Child::cancel)),
    WANT_STOP(20, child(Child::wantStop)),
    ROUTE(20, child(Child::route)),
    ASSIGN(40, child(Child::assign)),
    CONFIRM(20, child(Child::confirm)),
    REOPEN(20, child(Child::reopen)),
    CLOSE(3, child(Child::close)),
    COMPLETE(4, child(Child::complete)),
    MERGE(3, child(Child::merge)),
    HEAR_AGAIN(25, child(Child::hearAgain)),
    TELL(15, (world, chance) -> world.told().tell(world, chance)),
    REST(8, (world, chance) -> world.told().rest(world, chance)),
    REST_ENDS(8, (world, chance) -> world.told().restEnds(world, chance));

    private static final Kind[] ALL = values();
    private static final int WEIGHTS =
            Stream.of(ALL).mapToInt(kind -> kind.weight).sum();

    private final int weight;
    private final BiConsumer<World, Random> happens;

    /** @param weight how often it happens, beside the others' */
    Kind(int weight, BiConsumer<World, Random> happens) {
        this.weight = weight;
        this.happens = happens;
    }

    private static BiConsumer<World, Random> child(BiConsumer<Child, Random> what) {
        return (world, chance) -> what.accept(world.child(chance), chance);
    }

    static Kind drawn(Random random) {
        var left = random.nextInt(WEIGHTS);
        for (var kind : ALL) {
            left -= kind.weight;
            if (left < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("no kind is left");
    }

    void happen(World world, Random chance) {
        happens.accept(world, chance);
    }
}
