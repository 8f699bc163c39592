import type { Translation } from './message-types.ts'
import type { patientSearchEn } from './patient-search.en.ts'

export const patientSearchAr: Translation<typeof patientSearchEn> = {
  hint: 'الاسم أو أول ثلاثة أحرف منه، أو تاريخ الميلاد مثل {example}، أو رقم السجل، أو رقم الهاتف.',
  replaced: 'استُبدل بسجل آخر',
  'fault_short-year': 'تاريخ الميلاد: اكتب السنة بأربعة أرقام، مثل {example}.',
  'fault_no-such-day': 'تاريخ الميلاد: لا يوجد يوم {typed}. اكتب اليوم كما في {example}.',
}
