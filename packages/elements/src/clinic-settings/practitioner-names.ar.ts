import type { Translation } from '../core/message-types.ts'
import type { practitionerNamesEn } from './practitioner-names.en.ts'

export const practitionerNamesAr: Translation<typeof practitionerNamesEn> = {
  loading: 'جارٍ تحميل المختصين',
  none: 'ليس في العيادة مختصون بعد.',
  names: 'الأسماء',
  namesOf: 'الأسماء: {name}',
  more: 'عرض مزيد من المختصين',
  back: 'كل المختصين',
  officialHint: 'كما هو في الترخيص، دون لقب.',
  noOfficial: 'لا يوجد اسم بأجزائه بعد، لذلك تؤخذ الأجزاء من «{name}». أدخله كما هو في الترخيص.',
  problem_version_conflict: ['غيّر زميل بيانات هذا المختص', 'بقي ما كتبته.', 'راجع الأسماء ثم احفظ من جديد.'],
  problem_appointments_affected: [
    'قد يؤثر هذا التغيير في مواعيد محجوزة',
    'بقي ما كتبته.',
    'غيّر الاسم وحده هنا، والأوقات أو التراخيص في مكانها.',
  ],
}
