// What Liangxing never records or shows (design: burden and privacy law), as patterns over identifiers and strings.
// Identifiers are brought to snake_case first, so `lastCheckIn`, `last-check-in` and `last_check_in` are one.

export interface NeverWord {
  readonly why: string
  readonly pattern: RegExp
}

const english = (source: string): RegExp => new RegExp(`(?<![a-z])(?:${source})(?![a-z])`, 'g')
const chinese = (source: string): RegExp => new RegExp(source, 'g')

export const neverWords: readonly NeverWord[] = [
  {
    why: 'no check-ins',
    pattern: english('check[-_]?ins?|clock[-_]?ins?|sign_in_(?:days|streak)|punch[-_]?(?:in|card)s?|attendance_streak'),
  },
  { why: 'no check-ins', pattern: chinese('打卡|签到|考勤定位') },
  {
    why: 'no location tracks',
    pattern: english(
      'gps[_ ]?(?:track\\w*|trail|log|points?)|(?:geo|location)_?(?:track\\w*|trail|history|log)|track[-_]?points?|trajector\\w*',
    ),
  },
  { why: 'no location tracks', pattern: chinese('轨迹|行踪|实时定位') },
  {
    why: 'no points or levels for users',
    pattern: english(
      '(?:user|person|account|member|officer|resident)_?(?:points?|scores?|levels?|rank(?:ing)?s?|credits?|stars_earned)|points_(?:balance|ledger|earned)|experience_points|xp|streaks?|karma',
    ),
  },
  { why: 'no points or levels for users', pattern: chinese('积分|经验值|用户等级|信用分|个人得分') },
  { why: 'no badges for users', pattern: english('badges?(?!_?count)|medals?|trophy|trophies|achievements?') },
  { why: 'no badges for users', pattern: chinese('徽章|勋章|成就值') },
  { why: 'no leaderboards of people', pattern: english('leader[-_]?boards?|person_rankings?|user_rankings?|hall_of_(?:fame|shame)') },
  { why: 'no leaderboards of people', pattern: chinese('排行榜|个人排名|活跃榜|龙虎榜') },
  {
    why: 'online time is not counted',
    pattern: english('online[-_ ]?(?:time|minutes|seconds|hours|duration|days)|active[-_](?:minutes|duration|time)|screen_time|dwell_time'),
  },
  { why: 'online time is not counted', pattern: chinese('在线时长|活跃度|日活|使用时长') },
  {
    why: 'the use of the system is not reported',
    pattern: english(
      '(?:log[-_]?in|sign[-_]?in|upload|install|usage|open|visit)[-_](?:counts?|rates?|rank\\w*|frequency|statistics|stats)|app_usage|installs',
    ),
  },
  { why: 'the use of the system is not reported', pattern: chinese('登录次数|登录率|安装率|使用率|上传次数|上传量排名|日活率|关注率') },
  { why: 'no read receipts', pattern: english('read[-_ ]?receipts?|read_by_count|unread_members|seen_by_users') },
  { why: 'no read receipts', pattern: chinese('已读回执|已读未读|阅读回执|已读人数') },
  { why: 'no daily quotas', pattern: english('daily[-_ ]?(?:quota|target|minimum|task_count)s?') },
  { why: 'no daily quotas', pattern: chinese('每日任务量|每日必做|日任务数') },
  {
    why: 'no flags of shame, no fines',
    pattern: english('(?:black|yellow|white)[-_ ]?flags?|flags?_of_shame|fines?_amount|penalty_amount|name_and_shame'),
  },
  { why: 'no flags of shame, no fines', pattern: chinese('黑旗|黄旗|白旗|罚款|红黑榜|曝光台') },
  { why: 'religion is not recorded', pattern: english('religions?|religious\\w*|faith_group|denomination') },
  { why: 'religion is not recorded', pattern: chinese('宗教|信教') },
  { why: 'ethnicity is not recorded', pattern: english('ethnic\\w*|nationality_group|minority_group') },
  { why: 'ethnicity is not recorded', pattern: chinese('民族(?!复兴|团结|乡|村|镇)|族别') },
  { why: 'political opinion is not recorded', pattern: english('political[-_ ](?:opinion|view|leaning|attitude)s?') },
  { why: 'political opinion is not recorded', pattern: chinese('政治倾向|政治观点') },
  { why: 'petitioning is not recorded', pattern: english('petition\\w*') },
  { why: 'petitioning is not recorded', pattern: chinese('信访|上访|越级访|缠访') },
  { why: 'no key persons', pattern: english('key[-_ ](?:persons?|people|individuals?|population)|watch[-_]?lists?|black[-_]?lists?') },
  { why: 'no key persons', pattern: chinese('重点人员|重点人群|重点关注人|黑名单') },
  { why: 'residents are not labelled', pattern: english('(?:person|resident|household)_(?:tags?|labels?|risk|colou?rs?|grades?)') },
  { why: 'residents are not labelled', pattern: chinese('人员标签|居民标签|人员画像|居民画像|风险人员') },
  { why: 'taking a star away is 撤销星级 (摘星 means winning one)', pattern: chinese('摘星') },
  { why: 'no ads, no shops', pattern: english('advert\\w*|shopping_cart|coupons?') },
  { why: 'no ads, no shops', pattern: chinese('广告|购物车|优惠券') },
]

/** `checkIn` → `check_in`, lower case; Chinese stays as it is. */
export function plainWords(text: string): string {
  return text.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()
}
