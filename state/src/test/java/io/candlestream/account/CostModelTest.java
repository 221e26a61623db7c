package io.candlestream.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CostModelTest {

    @Test
    void makesABuyDearerAndASaleCheaper() {
        CostModel costs = new CostModel(0, 25);

        assertThat(costs.fillPrice(400, 1, 7)).isEqualTo(401);
        assertThat(costs.fillPrice(400, -1, 7)).isEqualTo(399);
    }

    @Test
    void takesAShareOfWhatIsTraded() {
        assertThat(new CostModel(50, 0).fee(400, false)).isEqualTo(2);
    }

    @Test
    void addsHalfTheSpreadAndAShareOfTheRange() {
        CostModel costs = new CostModel(0, 0, 25, 0.25, 50, 0);

        // 400 * (0.0025 + 0.0025) = 2, and a quarter of 16.
        assertThat(costs.fillPrice(400, 1, 16)).isCloseTo(406, within(1e-12));
        assertThat(costs.fillPrice(400, -1, 16)).isCloseTo(394, within(1e-12));
    }

    @Test
    void neverMakesAPriceThatIsNotOne() {
        CostModel costs = new CostModel(0, 0, 5_000, 1, 5_000, 0);

        assertThat(costs.fillPrice(400, -1, 1e30)).isBetween(3.9, 4.1);
    }

    @Test
    void takesAnotherFeeOfWhatWaited() {
        CostModel costs = new CostModel(50, -25, 0, 0, 0, 0);

        assertThat(costs.fee(400, false)).isEqualTo(2);
        assertThat(costs.fee(400, true)).isEqualTo(-1);
    }

    @Test
    void borrowsByTheTimeThatPassed() {
        CostModel costs = new CostModel(0, 0, 0, 0, 0, 365);

        // 3.65 % a year are 0.01 % a day.
        assertThat(costs.borrow(1_000, 86_400_000)).isCloseTo(0.1, within(1e-15));
    }

    @Test
    void leavesAFreeMarketAsItIs() {
        assertThat(CostModel.FREE.fillPrice(0.1, 1, 7)).isEqualTo(0.1);
        assertThat(CostModel.FREE.fee(0.1, true)).isZero();
    }

    @Test
    void refusesCostsThatAreNone() {
        assertThatThrownBy(() -> new CostModel(-1, 0))
                .hasMessage("fee must be from 0 to 5000 basis points, was -1.0");
        assertThatThrownBy(() -> new CostModel(0, Double.NaN))
                .hasMessage("slippage must be from 0 to 5000 basis points, was NaN");
        assertThatThrownBy(() -> new CostModel(0, 0, 0, 1.5, 0, 0))
                .hasMessage("range share must be from 0 to 1, was 1.5");
        assertThatThrownBy(() -> new CostModel(0, 0, 0, 0, 0, -1))
                .hasMessage("borrow must be from 0 to 100000 basis points, was -1.0");
        assertThatThrownBy(() -> new StopRule(0, 1))
                .hasMessage("stop loss must be more than 0 basis points, was 0.0");
        assertThatThrownBy(() -> AccountConfig.of(0, CostModel.FREE, Sides.LONG))
                .hasMessage("equity must be from 1e-6 to 1e15, was 0.0");
    }
}
