import type { Translation } from '../core/message-types.ts'
import type { stillRightEn } from './still-right.en.ts'

export const stillRightAr: Translation<typeof stillRightEn> = {
  heading: 'هل ما زال هذا صحيحًا؟',
  text: 'هذا ما يذكره السجل.',
  hidden: 'لا يمكنك الاطلاع على ما يذكره السجل. أجب قدر استطاعتك.',
  medicines: 'الأدوية',
  noMedicines: 'لا أدوية من هذه العيادة.',
  reported: 'أدوية من خارج العيادة',
  noReported: 'لم يُذكر شيء.',
  allergies: 'الحساسية',
  noAllergies: 'لا حساسية معروفة.',
  notAsked: 'لم يسأل أحد بعد.',
  address: 'العنوان',
  noAddress: 'لم يُسجّل بعد.',
  yes: 'نعم، كل شيء صحيح',
  no: 'لا، تغيّر شيء',
  sending: 'جارٍ الإرسال',
}
