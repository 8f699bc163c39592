import type { Translation } from '../core/message-types.ts'
import type { spokenRecordEn } from './spoken-record.en.ts'

export const spokenRecordAr: Translation<typeof spokenRecordEn> = {
  saidBy_patient: 'قلت ذلك {how}.',
  saidBy_proxy: 'قال {name} ذلك نيابة عنك {how}.',
  how_phone: 'بالهاتف',
  how_video: 'بالفيديو',
  'how_in-person': 'حضوريًا',
  recorded: 'سُجِّل في العيادة في {when}، والمسجِّل: {role}.',
  recordedOnly: 'سجّل أحد العاملين ما قيل في {when}.',
  wrong: 'أليس هذا ما قيل؟ يمكنك سحبه أو سؤال العيادة عنه.',
  ask: 'من سجّله؟',
  askOf: 'من سجّله؟ {title}',
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
