import type { Translation } from '../core/message-types.ts'
import type { noteRequestsEn } from './note-requests.en.ts'

export const noteRequestsAr: Translation<typeof noteRequestsEn> = {
  asked: 'طلب المريض تصحيحًا في {date}',
  waits: 'لم يرد مكتب الخصوصية بعد.',
  state_accepted: 'قبله {name} في {date}',
  state_denied: 'رفضه {name} في {date}',
  state_waiting: 'لم يُرد عليه بعد',
  clinic: 'العيادة',
  disagrees: 'لم يوافق المريض في {date}',
}
