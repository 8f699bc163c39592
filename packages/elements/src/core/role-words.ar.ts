import type { Translation } from './message-types.ts'
import type { roleWordsEn } from './role-words.en.ts'

export const roleWordsAr: Translation<typeof roleWordsEn> = {
  role_patient: 'المريض',
  role_proxy: 'يحق له التصرف نيابة عنك',
  role_practitioner: 'الفريق الطبي',
  role_nurse: 'التمريض',
  'role_front-desk': 'الاستقبال',
  role_biller: 'الفواتير',
  role_guest: 'ضيف زيارة واحدة',
  role_interpreter: 'الترجمة',
  'role_privacy-officer': 'مسؤول الخصوصية',
  role_auditor: 'التدقيق',
  role_administrator: 'الإدارة',
  role_service: 'نظام حاسوبي متصل',
  role_system: 'نظام العيادة الحاسوبي',
  role_unlisted: 'دور غير مسجّل',
}
