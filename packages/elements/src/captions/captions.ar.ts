import type { Translation } from '../core/message-types.ts'
import type { captionsEn } from './captions.en.ts'

export const captionsAr: Translation<typeof captionsEn> = {
  captions: 'نص الكلام',
  lines: 'ما قيل',
  you: 'أنت',
  began: '{name} يكتب ما يقال. اضغط على المفتاح C لإخفائه أو إظهاره.',
  empty: '{name} يكتب ما يقال. تقرؤه هنا.',
  shown: 'نص الكلام ظاهر',
  hidden: 'نص الكلام مخفي',
  large: 'نص كبير',
  read: 'مع قارئ الشاشة',
  writeHeading: 'اكتب ما يقال',
  writeHint: 'يقرؤه كل من في الغرفة أثناء كتابتك. مفتاح الإدخال ينهي السطر.',
  notKept: 'لا نحتفظ به.',
  alone: 'لا أحد متصل يستطيع قراءته.',
  speaker: 'من يتكلم؟',
  noName: 'بلا اسم',
  text: 'ما يقال',
  endLine: 'إنهاء السطر',
}
