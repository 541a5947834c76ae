package windrose.domain.release;

/** What a person can say about a release; {@code Releases} turns it into a {@link SourceTerm}. */
public sealed interface ReleaseInput
    permits DirectRelease, PipeRelease, PoolRelease, StackRelease, TankRelease {}
