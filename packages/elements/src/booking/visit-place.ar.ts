import type { Translation } from '../core/message-types.ts'
import type { visitPlaceEn } from './visit-place.en.ts'

export const visitPlaceAr: Translation<typeof visitPlaceEn> = {
  confirmWhere: 'المكان',
  changeWhere: 'تغيير المكان',
  stateHeading: 'أين ستكون وقت الزيارة؟',
  stateHeadingFor: 'أين سيكون {name} وقت الزيارة؟',
  state: 'الولاية',
  stateHint: 'هي التي تحدد من يحق له معاينتك هناك.',
  chooseState: 'اختر ولاية',
  stateMissing: 'اختر ولاية.',
  stateNext: 'متابعة',
  atHome: 'ستكون في {state}، ولاية إقامتك.',
  atHomeFor: 'المكان لأجل {name}: {state}، ولاية الإقامة.',
  away: 'ستكون في {state}.',
  awayFor: 'المكان لأجل {name}: {state}.',
  inState: '{name} في {state}',
  eachAtHome: 'كل شخص في ولاية إقامته: {places}. لولاية أخرى، احجز تلك الزيارة وحدها.',
  noLicense: 'لا أحد ممن يقدمون هذه الزيارة مرخص في {state}',
  noLicenseOne: 'هذا الطبيب غير مرخص في {state}',
  noLicenseEach: 'لا أحد ممن يقدمون هذه الزيارة مرخص في ولايات الإقامة',
  noLicenseHint: 'هل ستكون في ولاية أخرى؟ اخترها هنا. أو اتصل بالعيادة.',
  noLicenseEachHint: 'احجز كل زيارة وحدها، أو اتصل بالعيادة.',
  noLicenseCall: 'الرقم هو {phone}.',
  otherState: 'اختيار ولاية أخرى',
}
