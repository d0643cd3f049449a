package badhouse.orderflow.order.crowd;

import java.util.List;

/** One type too many for its package. */
public final class FirstGuest {

    public static final List<Class<?>> OTHERS = List.of(
            SecondGuest.class,
            ThirdGuest.class,
            FourthGuest.class,
            FifthGuest.class,
            SixthGuest.class,
            SeventhGuest.class,
            EighthGuest.class,
            NinthGuest.class,
            TenthGuest.class,
            EleventhGuest.class,
            TwelfthGuest.class,
            ThirteenthGuest.class);

    private FirstGuest() {}
}

final class SecondGuest {}

final class ThirdGuest {}

final class FourthGuest {}

final class FifthGuest {}

final class SixthGuest {}

final class SeventhGuest {}

final class EighthGuest {}

final class NinthGuest {}

final class TenthGuest {}

final class EleventhGuest {}

final class TwelfthGuest {}

final class ThirteenthGuest {}
