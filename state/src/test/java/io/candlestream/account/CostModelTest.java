package io.candlestream.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CostModelTest {

    @Test
    void makesABuyDearerAndASaleCheaper() {
        CostModel costs = new CostModel(0, 25);

        assertThat(costs.fillPrice(400, 1)).isEqualTo(401);
        assertThat(costs.fillPrice(400, -1)).isEqualTo(399);
    }

    @Test
    void takesAShareOfWhatIsTraded() {
        assertThat(new CostModel(50, 0).fee(400)).isEqualTo(2);
    }

    @Test
    void leavesAFreeMarketAsItIs() {
        assertThat(CostModel.FREE.fillPrice(0.1, 1)).isEqualTo(0.1);
        assertThat(CostModel.FREE.fee(0.1)).isZero();
    }

    @Test
    void refusesCostsThatAreNone() {
        assertThatThrownBy(() -> new CostModel(-1, 0))
                .hasMessage("fee must be from 0 to 5000 basis points, was -1.0");
        assertThatThrownBy(() -> new CostModel(0, Double.NaN))
                .hasMessage("slippage must be from 0 to 5000 basis points, was NaN");
        assertThatThrownBy(() -> new StopRule(0, 1))
                .hasMessage("stop loss must be more than 0 basis points, was 0.0");
        assertThatThrownBy(() -> AccountConfig.of(0, CostModel.FREE, Sides.LONG))
                .hasMessage("equity must be from 1e-6 to 1e15, was 0.0");
    }
}
