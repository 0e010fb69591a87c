package fr.genereferral.referral.histories;

import fr.genereferral.referral.Pair;
import fr.genereferral.referral.ReferralStatus;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** What may happen to two referrals: mostly what makes sense, now and then anything, now and then twice. */
enum PairKind implements Happening {
    SEND_AGAIN {
        @Override
        void once(World world, Random chance) {
            world.draft().ifPresent(draft -> send(world, draft, chance));
        }
    },
    COMPARE {
        @Override
        void once(World world, Random chance) {
            var one = world.one(chance);
            var other = world.one(chance);
            if (one.referral().isSent() && other.referral().isSent()) {
                compare(world, one, other, chance);
            }
        }
    },
    MERGE {
        @Override
        void once(World world, Random chance) {
            var two = two(world, chance.nextInt(NOW_AND_THEN) == 0, chance);
            var notTwins = chance.nextInt(NOW_AND_THEN) > 0;
            world.decide(coordinator -> coordinator.merge(two.one(), two.other(), notTwins));
        }
    },
    FOLLOWER_ADDS_FACTS {
        @Override
        void once(World world, Random chance) {
            var joint = world.sent().stream()
                    .filter(one -> !one.followers().isEmpty())
                    .toList();
            if (!joint.isEmpty()) {
                var one = Kind.any(joint, chance);
                one.addFacts(Kind.any(one.followers(), chance), chance);
            }
        }
    },
    UNDO_MERGE {
        @Override
        void once(World world, Random chance) {
            var merged = world.sent().stream()
                    .filter(one -> one.state() == ReferralStatus.MERGED)
                    .toList();
            var one = merged.isEmpty() || chance.nextInt(SELDOM) == 0 ? world.one(chance) : Kind.any(merged, chance);
            world.decide(coordinator -> coordinator.undo(one.id()));
        }
    },
    RULE_OUT_PAIR {
        @Override
        void once(World world, Random chance) {
            var two = two(world, false, chance);
            world.decide(coordinator -> coordinator.ruleOut(two.one(), two.other()));
        }
    },
    RULE_OUT_ALL {
        @Override
        void once(World world, Random chance) {
            var held = world.sent().stream()
                    .filter(one -> one.state() == ReferralStatus.DUPLICATE_REVIEW)
                    .toList();
            var one = held.isEmpty() ? world.one(chance) : Kind.any(held, chance);
            world.decide(coordinator -> coordinator.ruleOut(one.id()));
        }
    },
    MERGES_GO_ON {
        @Override
        void once(World world, Random chance) {
            world.goOn();
        }
    },
    READ_LIST {
        @Override
        void once(World world, Random chance) {
            var settled = chance.nextBoolean();
            world.decide(coordinator -> coordinator.read(settled));
        }
    },
    DECIDE_BY_WHAT_WAS_READ {
        @Override
        void once(World world, Random chance) {
            var read = world.coordinator().whatWasRead();
            if (!read.isEmpty()) {
                var pair = Kind.any(read, chance);
                var same = chance.nextBoolean();
                world.decide(coordinator -> {
                    if (same) {
                        coordinator.mergeAsRead(pair);
                    } else {
                        coordinator.ruleOutAsRead(pair);
                    }
                });
            }
        }
    },
    ERASE_IDENTITY {
        @Override
        void once(World world, Random chance) {
            world.coordinator().keys().erase(world.one(chance).id());
        }
    };

    private static final int NOW_AND_THEN = 5;
    private static final int SELDOM = 15;
    private static final List<String> OUTCOMES =
            List.of("PROBABLE", "PROBABLE", "PROBABLE", "POSSIBLE_TWINS", "DIFFERENT");

    /** Two, in the order in which somebody names them. */
    private record Two(UUID one, UUID other) {}

    abstract void once(World world, Random chance);

    @Override
    public void happen(World world, Random chance) {
        once(world, chance);
        if (chance.nextInt(NOW_AND_THEN) == 0) {
            once(world, chance);
        }
    }

    /** Another hospital may have the child by its number. */
    private static void send(World world, Case draft, Random chance) {
        var known = world.sent().stream()
                .filter(one ->
                        !one.sender().equals(draft.sender()) && !one.state().isEnd())
                .toList();
        var suspected = !known.isEmpty() && chance.nextInt(3) == 0;
        draft.send(suspected, draft.sender(), chance);
        if (suspected) {
            world.coordinator()
                    .pairs()
                    .haveOneNumber(draft.id(), Kind.any(known, chance).id(), draft.now());
        }
    }

    /** The later of two that may be one child is held where no hub was ever looked for. Once, until an identity is corrected. */
    private static void compare(World world, Case one, Case other, Random chance) {
        var living = other.state() == ReferralStatus.MERGED
                ? world.named(other.referral().joint().supersededBy())
                : other;
        if (one == other
                || one == living
                || one.state().isEnd()
                || living.state().isEnd()) {
            return;
        }
        var pairs = world.coordinator().pairs();
        var isNew = !pairs.wereCompared(one.id(), other.id()) || chance.nextInt(NOW_AND_THEN) == 0;
        if (!isNew) {
            return;
        }
        var outcome = Kind.any(OUTCOMES, chance);
        pairs.compared(one.id(), other.id(), outcome, one.now());
        if (!outcome.equals("DIFFERENT")) {
            (isLater(living, one) ? living : one).suspect();
        }
    }

    private static boolean isLater(Case one, Case other) {
        var compared =
                one.referral().clockStartedAt().compareTo(other.referral().clockStartedAt());
        return compared == 0 ? one.id().compareTo(other.id()) > 0 : compared > 0;
    }

    /** Of a pair that is known, or any two. */
    private static Two two(World world, boolean settled, Random chance) {
        var known = world.coordinator().list(settled);
        if (known.isEmpty() || chance.nextInt(SELDOM) == 0) {
            return new Two(world.one(chance).id(), world.one(chance).id());
        }
        Pair pair = Kind.any(known, chance);
        return chance.nextBoolean()
                ? new Two(pair.one().id(), pair.other().id())
                : new Two(pair.other().id(), pair.one().id());
    }
}
