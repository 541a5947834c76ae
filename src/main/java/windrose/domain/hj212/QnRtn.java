package windrose.domain.hj212;

import java.util.Arrays;
import java.util.Optional;

/** What a 9011 says about a request (请求返回, HJ 212-2017 table 10). */
public enum QnRtn {
  READY(1, "ready", "准备执行请求", "ready to do it"),
  REFUSED(2, "refused", "请求被拒绝", "the request is refused"),
  PASSWORD(3, "wrong-password", "PW 错误", "the password (PW) is wrong"),
  DEVICE(4, "wrong-device", "MN 错误", "the device number (MN) is wrong"),
  SYSTEM(5, "wrong-system", "ST 错误", "the system code (ST) is wrong"),
  FLAG(6, "wrong-flag", "Flag 错误", "the flag is wrong"),
  NUMBER(7, "wrong-number", "QN 错误", "the request number (QN) is wrong"),
  COMMAND(8, "wrong-command", "CN 错误", "the command (CN) is wrong"),
  CHECK_SUM(9, "wrong-crc", "CRC 校验错误", "the check sum (CRC) is wrong"),
  UNKNOWN(100, "unknown", "未知错误", "an unknown error");

  private final int number;
  private final String code;
  private final String zh;
  private final String en;

  QnRtn(int number, String code, String zh, String en) {
    this.number = number;
    this.code = code;
    this.zh = zh;
    this.en = en;
  }

  public static Optional<QnRtn> find(int number) {
    return Arrays.stream(values()).filter(one -> one.number == number).findFirst();
  }

  public int number() {
    return number;
  }

  /** For counters and for the page, which has the texts of its own. */
  public String code() {
    return code;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }
}
