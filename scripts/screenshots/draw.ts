// The pictures in the sample articles, drawn as an engraver would: lines only.

/** @returns an SVG of a harbour at dusk, or of a tide gauge's drum of paper */
export const draw = (name: string, width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
  `${name === "gauge" ? gauge(width, height) : harbour(width, height)}</svg>`;

const line = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], at) => `${at === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");

const steps = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

function harbour(width: number, height: number): string {
  const horizon = height * 0.58;
  const sun = { x: width * 0.3, y: horizon - height * 0.05, r: height * 0.085 };
  const sky = steps(34).map((at) => {
    const y = (horizon * at) / 34;
    const weight = 0.6 + 3.2 * (1 - at / 34) ** 1.6;
    return `<path d="M0 ${y.toFixed(1)}H${width}" stroke="#35506b" stroke-width="${weight.toFixed(2)}"/>`;
  });
  const sea = steps(46).map((at) => {
    const near = (at / 46) ** 1.7;
    const y = horizon + 3 + (height - horizon) * near;
    const swell = 1 + 9 * near;
    const wave = steps(81).map((x): [number, number] => [
      (width * x) / 80,
      y + swell * Math.sin(x * (0.9 - 0.5 * near) + at * 2.1) * Math.sin(x * 0.13 + at),
    ]);
    return `<path d="${line(wave)}" fill="none" stroke="#2b4560" stroke-width="${(0.7 + 3.4 * near).toFixed(2)}"/>`;
  });
  const glitter = steps(16).map((at) => {
    const y = horizon + 6 + (height - horizon) * (at / 17) ** 1.5;
    const half = sun.r * (0.35 + ((at * 37) % 11) / 9);
    return `<path d="M${(sun.x - half).toFixed(1)} ${y.toFixed(1)}h${(2 * half).toFixed(1)}" stroke="#f6d9a8" stroke-width="${(2 + at * 0.45).toFixed(1)}" stroke-linecap="round"/>`;
  });
  const hills = steps(61).map((x): [number, number] => [
    width * (0.45 + (0.55 * x) / 60),
    horizon - height * (0.02 + 0.1 * Math.sin((Math.PI * x) / 78) + 0.012 * Math.sin(x * 0.8)),
  ]);
  return [
    `<rect width="${width}" height="${height}" fill="#e9e0cb"/>`,
    `<rect width="${width}" height="${horizon}" fill="#e7cfa6"/>`,
    `<circle cx="${sun.x}" cy="${sun.y}" r="${sun.r * 2.6}" fill="#f0dcb4"/>`,
    ...sky,
    `<circle cx="${sun.x}" cy="${sun.y}" r="${sun.r}" fill="#f7e3b8" stroke="#c8743f" stroke-width="3"/>`,
    `<rect y="${horizon}" width="${width}" height="${height - horizon}" fill="#8fa3ac"/>`,
    ...sea,
    ...glitter,
    `<path d="${line(hills)}L${width} ${horizon + 4}L${width * 0.45} ${horizon + 4}Z" fill="#27384a"/>`,
    lighthouse(width * 0.76, horizon - height * 0.085, height),
    mole(width, height, horizon),
    boat(width * 0.19, horizon + height * 0.16, height * 0.16),
    boat(width * 0.45, horizon + height * 0.05, height * 0.07),
  ].join("");
}

function lighthouse(x: number, foot: number, height: number): string {
  const h = height * 0.36;
  const w = height * 0.042;
  const bands = steps(3).map((at) => {
    const top = foot - h * (0.28 + at * 0.24);
    const half = w * (1 - 0.42 * (0.28 + at * 0.24));
    return `<path d="M${x - half} ${top}h${half * 2}l${w * 0.05} ${h * 0.11}h${-half * 2 - w * 0.1}z" fill="#8c2f22"/>`;
  });
  const top = foot - h;
  return [
    `<path d="M${x} ${top - h * 0.06}L${x - height * 1.5} ${top - h * 0.62}V${top + h * 0.2}Z" fill="#f7e3b8" opacity=".34"/>`,
    `<path d="M${x - w} ${foot}L${x - w * 0.58} ${top}h${w * 1.16}L${x + w} ${foot}z" fill="#f3ead6" stroke="#1d2a38" stroke-width="2"/>`,
    ...bands,
    `<path d="M${x + w * 0.25} ${top}L${x + w * 0.35} ${foot}H${x + w}L${x + w * 0.58} ${top}z" fill="#1d2a38" opacity=".35"/>`,
    `<rect x="${x - w * 0.8}" y="${top - h * 0.02}" width="${w * 1.6}" height="${h * 0.03}" fill="#1d2a38"/>`,
    `<rect x="${x - w * 0.42}" y="${top - h * 0.11}" width="${w * 0.84}" height="${h * 0.09}" fill="#f9e7b6" stroke="#1d2a38" stroke-width="2"/>`,
    `<path d="M${x - w * 0.6} ${top - h * 0.11}Q${x} ${top - h * 0.2} ${x + w * 0.6} ${top - h * 0.11}z" fill="#1d2a38"/>`,
  ].join("");
}

const mole = (width: number, height: number, horizon: number): string =>
  `<path d="M${width} ${horizon + height * 0.1}H${width * 0.56}l${-width * 0.03} ${height * 0.05}H${width}z" fill="#1d2a38"/>${steps(
    22,
  )
    .map((at) => {
      const x = width * (0.55 + 0.021 * at);
      return `<path d="M${x} ${horizon + height * 0.105}v${height * 0.04}" stroke="#54687a" stroke-width="1.5"/>`;
    })
    .join("")}`;

const boat = (x: number, y: number, size: number): string =>
  `<path d="M${x - size * 0.7} ${y}h${size * 1.4}l${-size * 0.25} ${size * 0.24}h${-size * 0.9}z" fill="#1d2a38"/>` +
  `<path d="M${x} ${y - size * 0.05}V${y - size * 1.35}" stroke="#1d2a38" stroke-width="${size * 0.03}"/>` +
  `<path d="M${x + size * 0.05} ${y - size * 1.25}Q${x + size * 0.62} ${y - size * 0.6} ${x + size * 0.55} ${y - size * 0.1}H${x + size * 0.05}z" fill="#f3ead6" stroke="#1d2a38" stroke-width="2"/>` +
  `<path d="M${x - size * 0.05} ${y - size * 1.1}Q${x - size * 0.4} ${y - size * 0.5} ${x - size * 0.5} ${y - size * 0.1}h${size * 0.45}z" fill="#b9533a" stroke="#1d2a38" stroke-width="2"/>`;

function gauge(width: number, height: number): string {
  const rows = steps(17).map(
    (at) => `<path d="M0 ${(height * at) / 16}H${width}" stroke="#b7c4c0" stroke-width="1"/>`,
  );
  const columns = steps(25).map(
    (at) =>
      `<path d="M${(width * at) / 24} 0V${height}" stroke="#b7c4c0" stroke-width="${at % 6 === 0 ? 2.5 : 1}"/>`,
  );
  const tide = steps(401).map((at): [number, number] => {
    const days = (at / 400) * 4;
    return [(width * at) / 400, height * (0.5 - (0.16 + 0.06 * days) * Math.sin(days * 12.14 + 0.6))];
  });
  return `<rect width="${width}" height="${height}" fill="#f4efe0"/>${rows.join("")}${columns.join("")}<path d="${line(tide)}" fill="none" stroke="#20364d" stroke-width="4" stroke-linejoin="round"/>`;
}
