import { css } from 'lit'

/** A native `<dialog>`: centered where there is room, a bottom sheet on a phone. The element's host takes no space. */
export const dialogStyles = css`
  dialog {
    inline-size: min(100% - 32px, var(--visit-dialog-width, 560px));
    max-inline-size: none;
    max-block-size: min(100dvb - 32px, 800px);
    padding: 0;
    flex-direction: column;
    overflow: hidden;
    color: inherit;
    background: var(--visit-dialog-background, var(--_surface));
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.6);
  }
  dialog[open] {
    display: flex;
  }
  dialog::backdrop {
    background: rgb(7 13 17 / 0.55);
  }
  dialog:focus-visible {
    outline: none;
  }
  .body {
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .foot {
    flex: none;
    padding: calc(var(--_s) * 4) calc(var(--_s) * 5);
    border-block-start: 1px solid var(--_line);
  }
  @media (max-width: 480px) {
    dialog {
      inline-size: 100%;
      margin-block-end: 0;
      max-block-size: calc(100dvb - 24px);
      border-inline: 0;
      border-block-end: 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }
    /* Above the bar with which a phone returns to its home screen. */
    .foot {
      padding-block-end: max(var(--_s) * 4, env(safe-area-inset-bottom, 0px));
    }
  }
`
