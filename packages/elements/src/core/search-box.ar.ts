import type { Translation } from './message-types.ts'
import type { searchBoxEn } from './search-box.en.ts'

export const searchBoxAr: Translation<typeof searchBoxEn> = {
  searching: 'جارٍ البحث',
  found: {
    zero: 'لا نتائج.',
    one: 'نتيجة واحدة. اختر بالأسهم ثم اضغط Enter.',
    two: 'نتيجتان. اختر بالأسهم ثم اضغط Enter.',
    few: '{count} نتائج. اختر بالأسهم ثم اضغط Enter.',
    many: '{count} نتيجة. اختر بالأسهم ثم اضغط Enter.',
    other: '{count} نتيجة. اختر بالأسهم ثم اضغط Enter.',
  },
  nothing: 'لم يُعثر على شيء. جرّب كلمات أقل أو كلمات أخرى.',
  failed: 'لم ينجح البحث. لم يُفقد شيء: واصل الكتابة للمحاولة مرة أخرى.',
}
