package windrose.domain.hj212;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Frames as stations, loggers and the standard's text have them. */
public final class Vectors {
  /** HJ 212-2017 appendix: the platform sets the interval of real-time data. */
  public static final String OFFICIAL =
      "##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&1C80";

  /** An air station's minute means; its device number is not 24 hexadecimal digits. */
  public static final String AIR_MINUTE =
      "##0411QN=20220513162608370;ST=22;CN=2051;PW=123456;MN=JLYP01_AIR01_0001;Flag=4;CP=&&DataTime=20220513162600;"
          + "a21004-Avg=4,a21004-Flag=N;a05024-Avg=63,a05024-Flag=N;a21026-Avg=6,a21026-Flag=N;"
          + "a21005-Avg=0.427,a21005-Flag=N;a34004-Avg=14,a34004-Flag=N;a34002-Avg=31,a34002-Flag=N;"
          + "a01007-Avg=1,a01007-Flag=N;a01008-Avg=11,a01008-Flag=N;a01001-Avg=17,a01001-Flag=N;"
          + "a01002-Avg=85,a01002-Flag=N;a01006-Avg=95,a01006-Flag=N&&D641";

  /** Small letters in the check sum. */
  public static final String SMALL_CRC =
      "##0317QN=20191012133710130;ST=22;CN=2011;PW=123456;MN=Y80110010000010;Flag=4;CP=&&DataTime=20191012133710;"
          + "a21005-Rtd=0.00,a21005-Flag=N;a21004-Rtd=0.00,a21004-Flag=N;a21007-Rtd=0.033,a21007-Flag=N;"
          + "a21006-Rtd=0.036,a21006-Flag=N;a21001-Rtd=25.40,a21001-Flag=N;a21003-Rtd=101.94,a21003-Flag=N;"
          + "a21002-Rtd=49.20,a21002-Flag=N&&cc01";

  /** A password of 24 characters, particle sizes that no table has. */
  public static final String LONG_PASSWORD =
      "##0285QN=20190925181031464;ST=22;CN=2061;PW=BF470F88957588DE902D1A52;MN=Z13401000010301;Flag=5;"
          + "CP=&&DataTime=20190924220000;a34006-Avg=2.69700,a34006-Flag=N;a34007-Avg=7.96600,a34007-Flag=N;"
          + "a34048-Avg=3.30600,a34048-Flag=N;a34047-Avg=7.35700,a34047-Flag=N;a34049-Avg=10.66300,a34049-Flag=N&&C181";

  public static final String SAMPLE_TIME =
      "##0162QN=20231008123340461;ST=22;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=5;"
          + "CP=&&DataTime=20231008123340;w01008-SampleTime=20231008123340,w01008-Rtd=123.456&&F441";

  public static final String REQUEST_ANSWER =
      "##0094QN=20231008125115215;ST=22;CN=9011;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&QnRtn=1&&CC01";

  public static final String RESTARTED =
      "##0137QN=20231008130452757;ST=22;CN=2081;PW=123456;MN=010000A8900016F000169DC0;Flag=5;"
          + "CP=&&DataTime=20231008130452;RestartTime=20231007130452&&3AC0";

  public static final String EMPTY_AREA =
      "##0077QN=20210412154520280;ST=21;CN=9014;PW=123456;MN=DXCBZ000000005;Flag=5;CP=&&&&0140";

  /** First edition: neither QN nor Flag, 17 digits of time. */
  public static final String WITHOUT_QN_AND_FLAG =
      "##0109ST=32;CN=2011;PW=123456;MN=NJGDKYYC202101q0001w0001;CP=&&DataTime=20210305003817000;"
          + "ele01-Rtd=1;ele02-Rtd=0&&8c41";

  public static final List<String> GOOD =
      List.of(
          OFFICIAL,
          AIR_MINUTE,
          SMALL_CRC,
          LONG_PASSWORD,
          SAMPLE_TIME,
          REQUEST_ANSWER,
          RESTARTED,
          EMPTY_AREA,
          WITHOUT_QN_AND_FLAG);

  private Vectors() {}

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A frame around a data segment. */
  public static String frame(String dataSegment) {
    return new String(Packet.frame(dataSegment), StandardCharsets.UTF_8).strip();
  }

  /** The data segment of a frame with four digits of length. */
  static String segment(String frame) {
    return frame.substring(6, frame.length() - 4);
  }
}
