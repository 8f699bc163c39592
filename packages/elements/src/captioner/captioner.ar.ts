import type { Translation } from '../core/message-types.ts'
import type { captionerEn } from './captioner.en.ts'

export const captionerAr: Translation<typeof captionerEn> = {
  own: 'تحتاج إلى نص الكلام في هذه الزيارة. من يكتبه؟',
  their: 'يحتاج هذا المريض إلى نص الكلام. من يكتبه؟',
  hint_own: 'لدعوة شخص يكتب، اضغط على «دعوة ضيف».',
  hint_their: 'لدعوة شخص يكتب، اضغط على «الضيوف».',
  'own_captioner-invited': 'دُعي شخص ضيفًا',
  'own_brings-someone': 'أحضر من يكتب لي',
  own_declined: 'لا أريد نص الكلام هذه المرة',
  'own_arranged-otherwise': 'أحصل عليه بطريقة أخرى',
  'their_captioner-invited': 'دُعي شخص ضيفًا',
  'their_brings-someone': 'يحضر المريض من يكتب له',
  their_declined: 'لا يريده المريض',
  'their_arranged-otherwise': 'رُتب ذلك بطريقة أخرى',
  known: 'نص الكلام: {why}.',
  choose: 'اختر واحدًا',
  save: 'حفظ',
  saving: 'جارٍ الحفظ',
  saved: 'تم الحفظ',
  problem_not_changeable: ['لم يعد من الممكن تغيير هذه الزيارة', 'لم يتغير شيء.', 'اتصل بالعيادة إذا كان هناك خطأ.'],
  problem_captioner_not_missing: ['لا تحتاج هذه الزيارة إلى نص الكلام', 'لم يتغير شيء.', 'لا يوجد ما يُختار.'],
}
