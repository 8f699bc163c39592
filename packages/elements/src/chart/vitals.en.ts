import type { Messages } from '../core/message-types.ts'

/** Names of vital signs for the lines, by LOINC code. */
export const vitalsEn = {
  pressure: 'Blood pressure',
  'vital_8462-4': 'Blood pressure, lower',
  'vital_8867-4': 'Heart rate',
  'vital_9279-1': 'Breathing rate',
  'vital_8310-5': 'Temperature',
  'vital_2708-6': 'Oxygen saturation',
  'vital_59408-5': 'Oxygen saturation, finger',
  'vital_29463-7': 'Weight',
  'vital_8302-2': 'Height',
  'vital_39156-5': 'Body mass index',
  'vital_9843-4': 'Head circumference',
  'vital_72514-3': 'Pain',
  'vital_2339-0': 'Blood sugar',
} as const satisfies Messages
