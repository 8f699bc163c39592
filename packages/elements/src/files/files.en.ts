import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls = 'attachments.add' | 'attachments.addInVisit' | 'attachments.content' | 'attachments.contentInVisit'

/** Texts of the files of a message, in threads and in a room. */
export const filesEn = {
  attach: 'Add a photo or PDF',
  attachHint: 'At most 5 files of 10 MB. Details that a camera adds to a photo, such as the place, are removed.',
  attachFull: 'You can add at most five files.',
  filesNotKept: 'Files are not kept when you leave this page. Send them first, or add them again.',
  attaching: 'Adding the file',
  fileMissing: 'The file is still being added. Send when it is shown here.',
  attached: 'File {number}: {kind}',
  remove: 'Remove file {number}',
  kind_image: 'Image',
  kind_pdf: 'PDF',
  open: 'Show the picture',
  save: 'Save the PDF',
  fileName: 'attachment',
  problem_unsupported_attachment_type: [
    'This kind of file cannot be sent',
    'Your message is still here.',
    'Choose a JPEG, PNG or WebP image, or a PDF.',
  ],
  problem_attachment_unreadable: [
    'The file could not be read',
    'Your message is still here.',
    'Try another copy of it, or a photo of it.',
  ],
  problem_body_too_large: ['The file is too large', 'Your message is still here.', 'Choose one of at most 10 MB.'],
} as const satisfies Messages & ProblemWords<Calls>
