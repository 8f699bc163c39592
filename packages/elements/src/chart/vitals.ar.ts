import type { Translation } from '../core/message-types.ts'
import type { vitalsEn } from './vitals.en.ts'

export const vitalsAr: Translation<typeof vitalsEn> = {
  pressure: 'ضغط الدم',
  'vital_8462-4': 'ضغط الدم، السفلي',
  'vital_8867-4': 'نبض القلب',
  'vital_9279-1': 'معدل التنفس',
  'vital_8310-5': 'الحرارة',
  'vital_2708-6': 'تشبع الأكسجين',
  'vital_59408-5': 'تشبع الأكسجين من الإصبع',
  'vital_29463-7': 'الوزن',
  'vital_8302-2': 'الطول',
  'vital_39156-5': 'مؤشر كتلة الجسم',
  'vital_9843-4': 'محيط الرأس',
  'vital_72514-3': 'الألم',
  'vital_2339-0': 'سكر الدم',
}
