import type { Translation } from './message-types.ts'
import type { consentUsesEn } from './consent-uses.en.ts'

export const consentUsesAr: Translation<typeof consentUsesEn> = {
  show: 'فيمَ استُخدمت',
  showOf: 'فيمَ استُخدمت: {title}',
  loading: 'جارٍ تحميل ما استُخدمت فيه',
  none: 'لم تُستخدم لأي زيارة.',
  intro: 'استُخدمت لهذه الزيارات:',
  stays: 'سحبها لا يغيّر هذه الزيارات السابقة:',
  visit: '{type} مع {name}',
  'step_check-in': 'تسجيل الوصول في {date}',
  step_admission: 'البدء مع الطبيب في {date}',
  step_seat: 'في غرفة الفيديو في {date}',
  more: 'عرض المزيد من الزيارات',
}
