import type { Translation } from '../core/message-types.ts'
import type { interpreterEn } from './interpreter.en.ts'

export const interpreterAr: Translation<typeof interpreterEn> = {
  own: 'تحتاج إلى مترجم ({language})، ولا يوجد مترجم محجوز لهذه الزيارة. كيف ستتحدث؟',
  their: 'يحتاج هذا المريض إلى مترجم ({language})، ولا يوجد مترجم محجوز. لماذا؟',
  'own_brings-someone': 'أحضر من يترجم لي',
  'own_clinician-speaks': 'الطبيب يتحدث لغتي',
  own_declined: 'لا أريد مترجمًا',
  'own_arranged-otherwise': 'ترتب العيادة ذلك بطريقة أخرى',
  'their_brings-someone': 'يحضر المريض من يترجم له',
  'their_clinician-speaks': 'الطبيب يتحدث اللغة',
  their_declined: 'لا يريد المريض مترجمًا',
  'their_arranged-otherwise': 'رُتب ذلك بطريقة أخرى',
  known: 'لا مترجم ({language}): {why}.',
  choose: 'اختر واحدًا',
  save: 'حفظ',
  saving: 'جارٍ الحفظ',
  saved: 'تم الحفظ',
  problem_not_changeable: ['لم يعد من الممكن تغيير هذه الزيارة', 'لم يتغير شيء.', 'اتصل بالعيادة إذا كان هناك خطأ.'],
  problem_interpreter_not_missing: ['لهذه الزيارة مترجم', 'لم يتغير شيء.', 'لا يوجد ما يُختار.'],
}
