import type { Translation } from '../core/message-types.ts'
import type { nextPayerEn } from './next-payer.en.ts'

export const nextPayerAr: Translation<typeof nextPayerEn> = {
  heading: 'جهة الدفع التالية',
  waits: '{amount} بانتظار {payer}',
  waitsText: 'تركت جهة الدفع السابقة هذا على المريض. ليس في فاتورته ما لم تُجب {payer}.',
  waitsDo: 'لا تُرسل المطالبات إلى جهة ثانية من هنا. أرسلها بنفسك ثم قيّد الجواب يدويًا.',
  post: 'تقييد الجواب يدويًا',
  posting: 'جارٍ التقييد',
  paid: 'دفعته هذه الجهة',
  discount: 'خُصم',
  patient: 'تُرك على المريض',
  amounts: 'يجب أن يكون مجموع المبالغ الثلاثة {amount}.',
  amountWrong: 'أدخل مبلغًا، مثل 15.00.',
  sumWrong: 'مجموع المبالغ {sum} وليس {amount}.',
  posted: 'قُيِّد الجواب.',
  answered: 'أجابت في {date}',
  answeredText: 'المدفوع {paid}، المخصوم {discount}، المتروك على المريض {patient}.',
  undo: 'إلغاء هذا الجواب',
  undone: 'أُلغي الجواب. المبلغ ينتظر من جديد.',

  listHeading: 'بانتظار جهة الدفع التالية',
  listHint: 'ما تركته جهة دفع على مريض له تغطية أخرى. ليس في فاتورة المريض.',
  columnClaim: 'المطالبة',
  columnDate: 'تاريخ الخدمة',
  columnPayer: 'بانتظار',
  columnAmount: 'المبلغ',
  more: 'عرض المزيد',

  problem_next_payer_not_awaited: [
    'لم تعد هذه الجهة مُنتظرة',
    'لم تحرك أنت مالًا.',
    'اقرأ المطالبة من جديد لترى ما تغيّر.',
  ],
  problem_next_payer_amounts_differ: ['المبالغ لا تساوي ما ينتظر', 'لم يتحرك مال.', 'صحّح المبالغ الثلاثة.'],
  problem_balance_billing_prohibited: [
    'لم تدفع Medicaid شيئًا، فلا يجوز مطالبة المشترك فيها',
    'لم يتحرك مال.',
    'اخصم المبلغ. إن لم تكن التغطية سارية ذلك اليوم، فأنهِها أولًا.',
  ],
}
