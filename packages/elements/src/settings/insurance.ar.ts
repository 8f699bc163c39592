import type { Translation } from '../core/message-types.ts'
import type { insuranceEn } from './insurance.en.ts'

export const insuranceAr: Translation<typeof insuranceEn> = {
  heading: 'ما لدى العيادة',
  hint: 'إذا صححه الاستقبال ظهر التغيير هنا. هل فيه خطأ؟ اتصل بالعيادة.',
  reading: 'جارٍ تحميل تأمينك',
  none: 'ليس لدى العيادة تأمين لك.',
  order_1: 'يدفع أولًا',
  order_2: 'يدفع ثانيًا',
  order_3: 'يدفع ثالثًا',
  memberNumber: 'رقم العضوية',
  groupNumber: 'رقم المجموعة',
  insured: 'الشخص المؤمن عليه',
  insured_self: 'أنت',
  insured_spouse: 'زوجك',
  insured_child: 'أحد والديك',
  insured_other: 'شخص آخر',
  card: 'الاسم على البطاقة',
  valid: 'مدة السريان',
  period: 'من {from}',
  periodTo: 'من {from} إلى {to}',
}
