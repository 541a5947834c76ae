package windrose.feature.ingest.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerAddressTest {
  @Test
  void reads_every_part_and_shows_all_but_the_password() {
    BrokerAddress address = BrokerAddress.parse("mqtts://plant:p%40ss@broker.example/park/7/");
    assertThat(address.tls()).isTrue();
    assertThat(address.port()).isEqualTo(8883);
    assertThat(address.user()).contains("plant");
    assertThat(address.password()).contains("p@ss");
    assertThat(address.prefix()).isEqualTo("park/7/");
    assertThat(address.toString()).doesNotContain("p@ss").contains("plant@broker.example");
    assertThat(BrokerAddress.parse("mqtt://127.0.0.1:1884").prefix()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "http://x",
        "mqtt://",
        "mqtt://u:secret@h/#",
        "mqtt://u:secret@h/a?b",
        "mqtt://u:se cret@h"
      })
  void what_is_no_address_is_refused_without_showing_the_password(String text) {
    assertThatThrownBy(() -> BrokerAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("write mqtt://user:password@host")
        .hasMessageNotContaining("secret");
  }
}
