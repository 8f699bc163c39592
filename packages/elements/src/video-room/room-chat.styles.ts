import { css } from 'lit'

/** The messages next to the stage, or below it where there is no room. The stage decides how high they are, never their number. */
export const roomChatStyles = css`
  .chat-button {
    position: relative;
  }
  .chat-count {
    min-inline-size: calc(var(--_s) * 5);
    padding-inline: calc(var(--_s) * 1.5);
    font-size: calc(var(--_rem) * 0.8125);
    font-weight: 700;
    line-height: calc(var(--_s) * 5);
    color: #0e171d;
    background: #f2c063;
    border-radius: 99px;
  }
  .chat {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    background: var(--_surface);
    border-block-start: 1px solid var(--_line);
  }
  .chat h2 {
    font-size: calc(var(--_rem) * 1.0625);
  }
  .chat > .row {
    padding: calc(var(--_s) * 2) calc(var(--_s) * 3);
  }
  .chat .lines {
    flex: 1;
    min-block-size: 0;
    max-block-size: 40dvh;
    padding: calc(var(--_s) * 3);
    overflow: auto;
    border-block: 1px solid var(--_line);
  }
  .chat .lines:focus-visible {
    outline-offset: -2px;
  }
  .chat .talk {
    gap: calc(var(--_s) * 2);
  }
  .chat .said {
    padding: calc(var(--_s) * 2) calc(var(--_s) * 3);
  }
  .chat form {
    display: grid;
    gap: calc(var(--_s) * 2);
    padding: calc(var(--_s) * 3);
  }
  .chat textarea {
    min-block-size: calc(var(--_s) * 16);
  }
  .chat-place {
    margin-block-start: calc(var(--_s) * 4);
  }
  .chat-before {
    overflow: clip;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .chat-before > .chat {
    border-block-start: 0;
  }
  @container (min-width: 761px) {
    .room.with-chat {
      grid-template: minmax(420px, 1fr) auto / minmax(0, 1fr) auto;
    }
    .room.with-chat > slot[name='aside']::slotted(*) {
      grid-area: 1 / 2 / 3;
    }
    .room.with-chat > .chat {
      grid-area: 2 / 1;
    }
    .room.with-chat > .chat .lines {
      max-block-size: calc(var(--_s) * 40);
    }
    .room.with-chat.alone-on-page {
      grid-template: minmax(0, 1fr) / minmax(0, 1fr) 320px;
    }
    .room.with-chat.alone-on-page > .stage {
      min-block-size: 560px;
    }
    .room.with-chat.alone-on-page > .chat {
      grid-area: 1 / 2;
      block-size: 0;
      min-block-size: 100%;
      border-block-start: 0;
      border-inline-start: 1px solid var(--_line);
    }
    .room.with-chat.alone-on-page > .chat .lines {
      max-block-size: none;
    }
  }
`
