import { css } from 'lit'
import { bannerStyles } from '../core/styles/banner.ts'
import { buttonStyles } from '../core/styles/button.ts'
import { cardStyles } from '../core/styles/card.ts'
import { dialogStyles } from '../core/styles/dialog.ts'
import { fieldStyles } from '../core/styles/field.ts'
import { keyStyles } from '../core/styles/key.ts'
import { skeletonStyles } from '../core/styles/skeleton.ts'
import { stageSizesStyles } from './stage-sizes.styles.ts'
import { stageStyles } from './stage.styles.ts'

const roomStyles = css`
  /* The room is at least as high as the page says. What does not fit, if the page gives it a fixed height, is scrolled to. */
  :host {
    display: flex;
    flex-direction: column;
  }
  .room {
    display: grid;
    flex: auto;
    grid-template-columns: minmax(0, 1fr);
    min-block-size: 420px;
    border-radius: var(--visit-stage-radius, var(--_radius));
    overflow: auto;
    border: 1px solid var(--_line);
  }
  .prejoin {
    display: grid;
    gap: calc(var(--_s) * 5);
    align-items: center;
  }
  .prejoin .choices {
    gap: calc(var(--_s) * 2);
  }
  .prejoin .choices .btn {
    padding-inline: calc(var(--_s) * 2.5);
  }
  slot[name='aside']::slotted(*) {
    overflow: auto;
    border-block-start: 1px solid var(--_line);
    background: var(--_surface);
  }
  @container (min-width: 640px) {
    .prejoin {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
  }
  @container (min-width: 761px) {
    .room {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    slot[name='aside']::slotted(*) {
      inline-size: 320px;
      block-size: 100%;
      border-block-start: 0;
      border-inline-start: 1px solid var(--_line);
    }
  }
  dialog fieldset > .choice:first-of-type {
    margin-block-start: calc(var(--_s) * 2);
  }
  dialog form {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  dialog dl {
    display: grid;
    gap: calc(var(--_s) * 3);
  }
  dialog dt {
    font-size: calc(var(--_rem) * 0.875);
    color: var(--_muted);
  }
  dialog dd {
    font-weight: 600;
  }
`

export const videoRoomStyles = [
  bannerStyles,
  buttonStyles,
  cardStyles,
  dialogStyles,
  keyStyles,
  fieldStyles,
  skeletonStyles,
  roomStyles,
  stageStyles,
  stageSizesStyles,
]
