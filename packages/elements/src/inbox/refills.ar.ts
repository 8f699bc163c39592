import type { Translation } from '../core/message-types.ts'
import type { refillsEn } from './refills.en.ts'

export const refillsAr: Translation<typeof refillsEn> = {
  heading: 'طلبات إعادة صرف بانتظار الرد ({count})',
  unknownPatient: 'المريض غير معروف بعد',
  asked: 'طُلب في {date}',
  approve: 'موافقة',
  approveName: 'موافقة: {name}، {patient}',
  decline: 'رفض',
  declineName: 'رفض: {name}، {patient}',
  answer: 'ما تكتبه للمريض',
  answerMissing: 'اكتب السبب ليعرف المريض ما يفعل.',
  send: 'رفض وإرسال',
  leave: 'تركه مفتوحًا',
  declined: 'رُفض. يستطيع المريض قراءة السبب.',
  problem_already_answered: ['أجاب زميل عن هذا', 'لم يتغير شيء.', 'قُرئت القائمة من جديد.'],
  problem_not_renewable: ['لا يمكن تجديد هذا', 'الطلب ما زال مفتوحًا.', 'اكتب وصفة جديدة أو ارفض الطلب.'],
  problem_not_a_prescriber: ['الموافقة لمن يصف الدواء فقط', 'لم يتغير شيء.', 'اتركه لمن يصف الدواء.'],
  problem_quantity_implausible: ['الكميات لم تعد متوافقة', 'الطلب ما زال مفتوحًا.', 'اكتب وصفة جديدة أو ارفض الطلب.'],
  problem_controlled_substance: ['هذه مادة خاضعة للرقابة', 'الطلب ما زال مفتوحًا.', 'لا يمكن وصفها هنا: ارفض الطلب.'],
}
