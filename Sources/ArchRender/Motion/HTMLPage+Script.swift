extension HTMLPage {
  /// The script of the page: it lights steps up and moves their tokens along their lines, and it
  /// moves the picture about.
  static let script: StaticString = #"""
    (() => {
    'use strict';
    const get = id => document.getElementById(id);
    const story = JSON.parse(get('story').textContent);
    const picture = document.querySelector('#sheet > svg');
    const less = matchMedia('(prefers-reduced-motion: reduce)');

    // Colours: the conditions of the style sheets are put in and out of force.
    const schemes = [];
    for (const sheet of document.styleSheets) {
      for (const rule of sheet.cssRules) {
        if (rule.media && rule.media.mediaText.includes('prefers-color-scheme')) {
          schemes.push([rule.media, rule.media.mediaText]);
        }
      }
    }
    const paint = () => {
      const wish = get('scheme').value;
      for (const [media, own] of schemes) {
        media.mediaText = wish === 'auto' ? own : wish === 'dark' ? 'all' : 'not all';
      }
    };
    get('scheme').addEventListener('change', paint);
    paint();

    // The view: the sheet is moved by (x, y) and scaled by a factor.
    const stage = get('stage'), sheet = get('sheet');
    const width = picture.width.baseVal.value, height = picture.height.baseVal.value;
    let x = 0, y = 0, scale = 1, isFitted = true;
    const place = () => {
      sheet.style.transform = `translate(${x}px,${y}px) scale(${scale})`;
    };
    const fit = () => {
      const room = stage.getBoundingClientRect();
      scale = Math.min(room.width / width, room.height / height, 1.5) || 1;
      x = (room.width - width * scale) / 2;
      y = (room.height - height * scale) / 2;
      isFitted = true;
      place();
    };
    const zoom = (factor, atX, atY) => {
      const next = Math.min(Math.max(scale * factor, 0.05), 16);
      x = atX - (atX - x) * next / scale;
      y = atY - (atY - y) * next / scale;
      scale = next;
      isFitted = false;
      place();
    };
    const zoomMiddle = factor => zoom(factor, stage.clientWidth / 2, stage.clientHeight / 2);
    const pan = (dx, dy) => { x += dx; y += dy; isFitted = false; place(); };
    const local = event => {
      const box = stage.getBoundingClientRect();
      return [event.clientX - box.left, event.clientY - box.top];
    };
    stage.addEventListener('wheel', event => {
      event.preventDefault();
      const lines = event.deltaMode === 1 ? 16 : 1;
      const change = Math.max(-100, Math.min(100, event.deltaY * lines));
      zoom(Math.exp(-change * (event.ctrlKey ? 0.01 : 0.002)), ...local(event));
    }, { passive: false });
    const fingers = new Map();
    let moved = 0;
    const lift = event => {
      fingers.delete(event.pointerId);
      if (fingers.size === 0) stage.classList.remove('dragged');
    };
    stage.addEventListener('pointerdown', event => {
      if (event.button > 0) return;
      fingers.set(event.pointerId, local(event));
      moved = 0;
    });
    stage.addEventListener('pointermove', event => {
      const old = fingers.get(event.pointerId);
      if (!old) return;
      if (event.buttons === 0) return lift(event);
      const now = local(event);
      moved += Math.hypot(now[0] - old[0], now[1] - old[1]);
      if (moved > 4 && !stage.hasPointerCapture(event.pointerId)) {
        stage.setPointerCapture(event.pointerId);
        stage.classList.add('dragged');
      }
      const other = [...fingers].find(([id]) => id !== event.pointerId);
      if (other) {
        const [ox, oy] = other[1];
        const before = Math.hypot(old[0] - ox, old[1] - oy);
        const after = Math.hypot(now[0] - ox, now[1] - oy);
        if (before > 0 && after > 0) zoom(after / before, (now[0] + ox) / 2, (now[1] + oy) / 2);
        pan((now[0] - old[0]) / 2, (now[1] - old[1]) / 2);
      } else if (moved > 4) {
        pan(now[0] - old[0], now[1] - old[1]);
      }
      fingers.set(event.pointerId, now);
    });
    stage.addEventListener('pointerup', lift);
    stage.addEventListener('pointercancel', lift);
    stage.addEventListener('click', event => {
      if (moved > 4 && event.detail > 0) { event.preventDefault(); event.stopPropagation(); }
      moved = 0;
    }, true);
    stage.addEventListener('dragstart', event => event.preventDefault());
    new ResizeObserver(() => { if (isFitted) fit(); }).observe(stage);
    const full = () => {
      if (document.fullscreenElement) document.exitFullscreen();
      else if (document.documentElement.requestFullscreen) {
        document.documentElement.requestFullscreen().catch(() => {});
      }
    };
    get('in').addEventListener('click', () => zoomMiddle(1.25));
    get('out').addEventListener('click', () => zoomMiddle(0.8));
    get('fit').addEventListener('click', fit);
    get('full').addEventListener('click', full);
    fit();

    // The story.
    const steps = story.steps.map((step, index) => {
      const groups = [...picture.querySelectorAll(`[data-step="${index}"]`)];
      const all = name => groups.flatMap(g => [...g.querySelectorAll('.' + story.prefix + name)]);
      const lines = all('yp');
      const tokens = all('ym').map((token, i) => (
        { token, line: lines[i], length: lines[i].getTotalLength(), time: +token.dataset.time }));
      const button = document.querySelector(`[data-to="${index}"]`);
      return { ...step, groups, tokens, button };
    });
    const hasStory = steps.length > 0;
    let told = [], total = 1, time = 0, current = -1, isPlaying = false, last = 0;
    const choose = () => {
      const wish = get('flow') ? +get('flow').value : -1;
      told = [];
      let start = 0;
      steps.forEach((step, index) => {
        const isTold = wish < 0 || step.flow === wish;
        step.button.parentElement.hidden = !isTold;
        if (!isTold) return;
        told.push({ index, start, end: start + step.length });
        start += step.length;
      });
      total = start + story.pause;
    };
    const light = index => {
      if (index === current) return;
      if (current >= 0) {
        for (const group of steps[current].groups) group.style.opacity = '';
        steps[current].button.removeAttribute('aria-current');
      }
      current = index;
      if (index < 0) return;
      for (const group of steps[index].groups) group.style.opacity = 1;
      steps[index].button.setAttribute('aria-current', 'step');
      const list = get('steps').getBoundingClientRect();
      const box = steps[index].button.getBoundingClientRect();
      if (box.top < list.top || box.bottom > list.bottom) {
        get('steps').scrollTop += box.top - list.top - list.height / 2;
      }
    };
    const show = () => {
      const now = told.find(part => time >= part.start && time < part.end);
      light(now ? now.index : -1);
      const words = now ? steps[now.index].caption : '';
      if (get('caption').textContent !== words) get('caption').textContent = words;
      get('seek').value = Math.round(time / total * 1000);
      get('seek').setAttribute('aria-valuetext', words || 'pause');
      if (!now) return;
      for (const { token, line, length, time: travel } of steps[now.index].tokens) {
        const part = less.matches ? 0.5 : Math.min((time - now.start) / travel, 1);
        const point = line.getPointAtLength(part * length);
        token.setAttribute('transform', `translate(${point.x} ${point.y})`);
      }
    };
    const tick = now => {
      if (!isPlaying) return;
      const passed = Math.min(now - last, 250) * +get('speed').value;
      last = now;
      time = (time + Math.max(passed, 0)) % total;
      show();
      requestAnimationFrame(tick);
    };
    const play = wish => {
      if (isPlaying === wish) return;
      isPlaying = wish;
      get('play').setAttribute('aria-label', wish ? 'Pause' : 'Play');
      get('play-shape').setAttribute('d', wish ? 'M8 5v14M16 5v14' : 'M8 5v14l11-7z');
      // While it plays, captions change faster than they can be read out.
      get('caption').setAttribute('aria-live', wish ? 'off' : 'polite');
      last = performance.now();
      if (wish) requestAnimationFrame(tick);
    };
    const go = part => {
      if (!part) return;
      play(false);
      time = (part.start + part.end) / 2;
      show();
    };
    const goBy = direction => {
      const at = told.findIndex(part => time < part.end);
      const index = at < 0 ? (direction < 0 ? told.length - 1 : 0) : at + direction;
      go(told[(index + told.length) % told.length]);
    };
    if (hasStory) {
      get('play').addEventListener('click', () => play(!isPlaying));
      get('back').addEventListener('click', () => goBy(-1));
      get('next').addEventListener('click', () => goBy(1));
      get('seek').addEventListener('input', () => {
        play(false);
        time = Math.min(get('seek').value / 1000 * total, total - 1);
        show();
      });
      steps.forEach((step, index) => step.button.addEventListener('click', () => {
        go(told.find(part => part.index === index));
      }));
      if (get('flow')) {
        get('flow').addEventListener('change', () => { choose(); time = 0; show(); });
      }
      choose();
      if (less.matches) go(told[0]); else { show(); play(true); }
      less.addEventListener('change', () => { if (less.matches) play(false); show(); });
    }

    document.addEventListener('keydown', event => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const tag = event.target.tagName;
      if (tag === 'SELECT' || tag === 'INPUT') return;
      const isPressed = event.key === ' ' && (tag === 'BUTTON' || event.target.closest('a'));
      if (isPressed) return;
      const arrow = {
        ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1],
      }[event.key];
      if (arrow && (event.shiftKey || arrow[1] !== 0)) {
        if (event.target !== stage) return;
        pan(arrow[0] * 48, arrow[1] * 48);
      } else if (arrow && hasStory) goBy(-arrow[0]);
      else if (event.key === ' ' && hasStory) play(!isPlaying);
      else if (event.key === '+' || event.key === '=') zoomMiddle(1.25);
      else if (event.key === '-') zoomMiddle(0.8);
      else if (event.key === '0') fit();
      else if (event.key === 'f') full();
      else return;
      event.preventDefault();
    });
    })();
    """#
}
