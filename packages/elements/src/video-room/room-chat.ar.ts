import type { Translation } from '../core/message-types.ts'
import type { roomChatEn } from './room-chat.en.ts'

export const roomChatAr: Translation<typeof roomChatEn> = {
  open: 'الرسائل',
  openUnread: {
    zero: 'الرسائل، لا جديد',
    one: 'الرسائل، {count} جديدة',
    two: 'الرسائل، {count} جديدتان',
    few: 'الرسائل، {count} جديدة',
    many: 'الرسائل، {count} جديدة',
    other: 'الرسائل، {count} جديدة',
  },
  unread: {
    zero: 'لا رسائل جديدة',
    one: 'رسالة جديدة ({count})',
    two: 'رسالتان جديدتان ({count})',
    few: '{count} رسائل جديدة',
    many: '{count} رسالة جديدة',
    other: '{count} رسالة جديدة',
  },
  close: 'إغلاق الرسائل',
  loading: 'جارٍ تحميل الرسائل',
  kept: 'اكتب هنا إذا انقطع الصوت أو الصورة. يمكنك قراءة كل ذلك بعد الزيارة في سجلك.',
  keptStaff: 'اكتب هنا إذا انقطع الصوت أو الصورة. يمكن للمريض قراءة كل ذلك بعد الزيارة، ويمكنك ذلك أيضًا في الملف.',
  text: 'رسالتك',
  textMissing: 'اكتب رسالتك أولاً.',
  enterHint: 'مفتاح Enter يرسل. Shift مع Enter يبدأ سطرًا جديدًا.',
  restored: 'كتبت هذا من قبل ولم ترسله.',
  restoredFiles: 'كتبت هذا من قبل ولم ترسله. أضف ملفاتك من جديد.',
  send: 'إرسال',
  sending: 'جارٍ الإرسال',
  sent: 'أُرسلت رسالتك',
  you: 'أنت',
  older: 'عرض الرسائل السابقة',
  arrived: 'كتب {name}: {text}',
  problem_unknown_attachment: ['ملف في رسالتك لم يعد موجودًا', 'رسالتك ما زالت هنا.', 'أضف الملف مرة أخرى ثم أرسل.'],
}
