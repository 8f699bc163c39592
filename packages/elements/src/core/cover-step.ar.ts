import type { coverStepEn } from './cover-step.en.ts'
import type { Translation } from './message-types.ts'

export const coverStepAr: Translation<typeof coverStepEn> = {
  take: 'التغطية عن زميل',
  heading: 'التغطية عن {name}',
  headingOpen: 'التغطية عن زميل',
  loading: 'جارٍ تحميل من يمكن التغطية عنه',
  practitioner: 'الزميل',
  why: 'السبب',
  choose: 'اختر سببًا',
  chooseFault: 'اختر سبب التغطية.',
  reason_absent: 'ليس موجودًا',
  'reason_on-leave': 'في إجازة',
  'reason_off-shift': 'انتهت مناوبته',
  reason_emergency: 'مريض لا يحتمل الانتظار',
  reason_workload: 'عدد المرضى أكبر من طاقة شخص واحد',
  'reason_at-request': 'طلب مني ذلك',
  reason_supervision: 'أنا أشرف عليه',
  until: 'حتى',
  untilHours: {
    zero: '{time}، بعد {count} ساعة',
    one: '{time}، بعد ساعة',
    two: '{time}، بعد ساعتين',
    few: '{time}، بعد {count} ساعات',
    many: '{time}، بعد {count} ساعة',
    other: '{time}، بعد {count} ساعة',
  },
  record:
    'يُحفظ في السجل اسمك والسبب وما تفعله أثناء التغطية. يرى {name} فورًا أنك تغطي عنه، ويرى المرضى ذلك في قائمة من اطلع على سجلهم.',
  confirm: 'ابدأ التغطية',
  working: 'لحظة من فضلك',
  cancel: 'إلغاء',
  done: 'أنت تغطي عن {name} حتى {time}.',
  goOn: 'أعد الآن ما كنت على وشك فعله.',
  problem_cover_exists: ['أنت تغطي عن هذا الزميل بالفعل', 'لم يتغير شيء.', 'أعد ما كنت على وشك القيام به.'],
  problem_too_many_covers: [
    'أنت تغطي عن أكبر عدد من الزملاء يستطيعه شخص واحد',
    'لم يتغير شيء.',
    'أنهِ تغطية لم تعد لازمة ثم حاول مرة أخرى.',
  ],
}
