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
  none: 'لا أحد يكتب نص الكلام الآن.',
  machineOn: 'آلة تكتب نص هذه المكالمة.',
  machineHears: 'قد يكون ما تكتبه خاطئًا. تسمع خدمة الفيديو المكالمة لأجله.',
  machineBegan: 'تكتب آلة نص هذه المكالمة الآن. تسمع خدمة الفيديو المكالمة لأجله.',
  machineEnded: 'انتهى نص الكلام الآلي.',
  machineStart: 'بدء نص الكلام الآلي',
  machineStop: 'إيقاف نص الكلام الآلي',
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
