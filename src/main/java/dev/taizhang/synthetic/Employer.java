package dev.taizhang.synthetic;

/**
 * Where a placed graduate works or studies; blank texts where there is nothing to say.
 *
 * @param name name of employer or school
 * @param creditCode unified social credit code
 * @param kindCode 单位性质
 * @param industryCode 单位行业
 * @param regionCode prefecture
 * @param positionCode 工作职位类别
 */
record Employer(
    String name,
    String creditCode,
    String kindCode,
    String industryCode,
    String regionCode,
    String positionCode) {

  static final Employer NONE = new Employer("", "", "", "", "", "");
}
