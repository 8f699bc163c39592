import './load-without-runner.ts'
import './watch-violations.ts'
import { createSampleWorld } from '@visitkit/sdk/testing'
import '../src/define/booking.ts'
import '../src/define/provider.ts'

/* The script of a portal with a strict policy: elements are created and filled by properties, not by markup. */

const provider = document.createElement('visit-provider')
provider.client = createSampleWorld({ stage: 'new' }).client()
provider.append(document.createElement('visit-booking'))
document.body.append(provider)
