/* The floor: the same scene with WebGL 2 and nothing else. One buffer a thing, drawn when something changed, a light mesh and
 * no multisampling while it moves. */
const canvas = document.getElementById('view');
const gl = canvas.getContext('webgl2', { antialias: false, alpha: false });

function program(vertex, fragment) {
  const made = gl.createProgram();
  for (const [kind, source] of [[gl.VERTEX_SHADER, vertex], [gl.FRAGMENT_SHADER, fragment]]) {
    const shader = gl.createShader(kind);
    gl.shaderSource(shader, `#version 300 es\nprecision highp float;\n${source}`);
    gl.compileShader(shader);
    gl.attachShader(made, shader);
  }
  gl.linkProgram(made);
  if (!gl.getProgramParameter(made, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(made));
  return { made, view: gl.getUniformLocation(made, 'view'), size: gl.getUniformLocation(made, 'size') };
}
const cortex = program(
  `layout(location=0) in vec3 at; layout(location=1) in vec3 normal; uniform mat4 view; out vec4 colour;
   void main() { gl_Position = view * vec4(at / 256., 1.); float light = .45 + .55 * abs(normalize(mat3(view) * normal).z);
   colour = vec4(.35 * light * vec3(.93, .92, .88), .35); }`,
  'in vec4 colour; out vec4 pixel; void main() { pixel = colour; }');
const links = program(
  `layout(location=0) in vec2 corner; layout(location=1) in vec3 a; layout(location=2) in vec3 b; layout(location=3) in float weight;
   uniform mat4 view; uniform vec2 size; void main() { vec4 A = view * vec4(a, 1.), B = view * vec4(b, 1.);
   vec2 along = normalize((B.xy - A.xy) * size); gl_Position = mix(A, B, corner.x);
   gl_Position.xy += vec2(-along.y, along.x) * corner.y * (1. + 6. * weight) / size; }`,
  'out vec4 pixel; void main() { pixel = vec4(.13, .4, .67, 1.); }');
const nodes = program(
  `layout(location=0) in vec2 corner; layout(location=1) in vec3 at; uniform mat4 view; uniform vec2 size; out vec2 place;
   void main() { gl_Position = view * vec4(at, 1.); gl_Position.xy += corner * 14. / size; place = corner; }`,
  `in vec2 place; out vec4 pixel; void main() { float r = dot(place, place); if (r > 1.) discard;
   pixel = vec4(vec3(.7, .1, .17) * (.6 + .4 * sqrt(1. - r)), 1.); }`);

function fill(target, data) {
  const buffer = gl.createBuffer();
  gl.bindBuffer(target, buffer);
  gl.bufferData(target, data, gl.STATIC_DRAW);
  return buffer;
}
function attribute(place, count, { type = gl.FLOAT, stride = 0, offset = 0, each = 0 } = {}) {
  gl.enableVertexAttribArray(place);
  gl.vertexAttribPointer(place, count, type, false, stride, offset);
  gl.vertexAttribDivisor(place, each);
}
function group(build) {
  const array = gl.createVertexArray();
  gl.bindVertexArray(array);
  build();
  return array;
}

/* scene.bin: counts as JSON; nodes, links (two ends and a weight, the strongest first), vertices in mm / 256, faces, light faces,
 * normals. */
const file = await (await fetch('/webgl/files/scene.bin')).arrayBuffer();
const headBytes = new DataView(file).getUint32(0, true);
const head = JSON.parse(new TextDecoder().decode(new Uint8Array(file, 4, headBytes)));
let offset = 4 + headBytes;
const take = (Type, count) => { const part = new Type(file, offset, count); offset += part.byteLength; return part; };
const places = take(Float32Array, 3 * head.nodes);
const ends = take(Float32Array, 7 * head.links);
let fine; let light;
const surface = group(() => {
  fill(gl.ARRAY_BUFFER, take(Int16Array, 3 * head.vertices)); attribute(0, 3, { type: gl.SHORT });
  fine = fill(gl.ELEMENT_ARRAY_BUFFER, take(Uint16Array, 3 * head.faces));
  light = fill(gl.ELEMENT_ARRAY_BUFFER, take(Uint16Array, 3 * head.light));
  fill(gl.ARRAY_BUFFER, take(Int8Array, 3 * head.vertices)); attribute(1, 3, { type: gl.BYTE });
});
const quads = group(() => {
  fill(gl.ARRAY_BUFFER, new Float32Array([0, -1, 1, -1, 0, 1, 1, 1])); attribute(0, 2);
  fill(gl.ARRAY_BUFFER, ends);
  for (const [place, count, at] of [[1, 3, 0], [2, 3, 12], [3, 1, 24]]) attribute(place, count, { stride: 28, offset: at, each: 1 });
});
const discs = group(() => {
  fill(gl.ARRAY_BUFFER, new Float32Array([-1, -1, 1, -1, -1, 1, 1, 1])); attribute(0, 2);
  fill(gl.ARRAY_BUFFER, places); attribute(1, 3, { each: 1 });
});

let azimuth = 3; let elevation = 0.15; let held = null; let kept = head.links; let movedAt = -1e9; let asked = 0; let resting = 0;
function camera() {
  const [a, b, c, d] = [Math.cos(azimuth), Math.sin(azimuth), Math.cos(elevation), Math.sin(elevation)];
  const [x, y, z] = [canvas.height / canvas.width / 95, 1 / 95, -0.8 / 95];
  return [-b * x, -a * d * y, a * c * z, 0, a * x, -b * d * y, b * c * z, 0, 0, c * y, d * z, 0, 0, -0.15, 0, 1];
}
function use({ made, view, size }, array, matrix) {
  gl.useProgram(made);
  gl.uniformMatrix4fv(view, false, matrix);
  if (size) gl.uniform2f(size, canvas.width, canvas.height);
  gl.bindVertexArray(array);
}
function draw() {
  asked = 0;
  const moving = Boolean(held) || performance.now() - movedAt < 180;
  const matrix = camera();
  gl.viewport(0, 0, canvas.width, canvas.height);
  gl.clearColor(1, 1, 1, 1);
  gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
  gl.enable(gl.DEPTH_TEST);
  gl.disable(gl.BLEND);
  use(links, quads, matrix);
  gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, kept);
  use(nodes, discs, matrix);
  gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, head.nodes);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  use(cortex, surface, matrix);
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, moving ? light : fine);
  gl.drawElements(gl.TRIANGLES, 3 * (moving ? head.light : head.faces), gl.UNSIGNED_SHORT, 0);
}
const request = () => { asked ||= requestAnimationFrame(draw); };
function move() {
  movedAt = performance.now();
  clearTimeout(resting);
  resting = setTimeout(request, 200);
  request();
}
canvas.addEventListener('pointerdown', (e) => { held = e; canvas.setPointerCapture(e.pointerId); });
canvas.addEventListener('pointerup', () => { held = null; move(); });
canvas.addEventListener('pointermove', (e) => {
  if (!held) return;
  azimuth -= 0.01 * (e.clientX - held.clientX);
  elevation = Math.max(-1.5, Math.min(1.5, elevation + 0.01 * (e.clientY - held.clientY)));
  held = e;
  move();
});
document.getElementById('t').addEventListener('input', (e) => { kept = Math.round(head.links * (1 - e.target.value / 100)); move(); });
request();
