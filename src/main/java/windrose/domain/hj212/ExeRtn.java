package windrose.domain.hj212;

import java.util.Arrays;
import java.util.Optional;

/** What a 9012 says about the execution of a command (执行结果, HJ 212-2017 table 11). */
public enum ExeRtn {
  DONE(1, "done", "执行成功", "done"),
  FAILED(2, "failed", "执行失败，原因未知", "failed for an unknown reason"),
  CONDITION(3, "wrong-condition", "命令请求条件错误", "the conditions of the command are wrong"),
  TIMEOUT(4, "timeout", "通讯超时", "the communication timed out"),
  BUSY(5, "busy", "系统繁忙，不能执行", "busy, cannot do it now"),
  FAULT(6, "fault", "系统故障", "the device has a fault"),
  NO_DATA(100, "no-data", "没有数据", "there is no data");

  private final int number;
  private final String code;
  private final String zh;
  private final String en;

  ExeRtn(int number, String code, String zh, String en) {
    this.number = number;
    this.code = code;
    this.zh = zh;
    this.en = en;
  }

  public static Optional<ExeRtn> find(int number) {
    return Arrays.stream(values()).filter(one -> one.number == number).findFirst();
  }

  public int number() {
    return number;
  }

  /** For the page, which has the texts of its own. */
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
