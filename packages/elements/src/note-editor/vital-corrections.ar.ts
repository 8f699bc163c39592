import type { Translation } from '../core/message-types.ts'
import type { vitalCorrectionsEn } from './vital-corrections.en.ts'

export const vitalCorrectionsAr: Translation<typeof vitalCorrectionsEn> = {
  correct: 'تصحيح',
  correctOf: 'تصحيح: {name}',
  right: 'القيمة الصحيحة بوحدة {unit}',
  hint: 'لا تتغير الملاحظة الموقّعة. تبقى القيمة السابقة هنا مع اسمك.',
  save: 'حفظ التصحيح',
  error: 'أُدخلت خطأً',
  cancel: 'إلغاء',
  fault: 'أدخل رقمًا من {from} إلى {to}.',
  saved: 'تم تصحيح {name}.',
  was: 'كانت {value}. {name}، {time}',
  measuredAt: 'قيست في {time}',
  vital_preliminary: 'لم يُضف التوقيع الثاني بعد',
  vital_final: 'كما وُقّعت',
  vital_corrected: 'مصحّحة',
  'vital_entered-in-error': 'أُدخلت خطأً',
  problem_note_not_signed: ['هذه الملاحظة غير موقّعة بعد', 'بقي ما كتبته.', 'غيّر القيمة في الملاحظة نفسها.'],
  problem_version_conflict: ['صحّح زميل هذه القيمة أيضًا', 'بقي ما كتبته.', 'راجع القيمة ثم احفظ من جديد.'],
}
