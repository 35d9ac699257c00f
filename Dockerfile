# The pages of a public build: cases build raw --out build --public, then docker build -t cases-site .
FROM python:3.13-slim
RUN useradd --create-home --uid 10001 site
WORKDIR /home/site
COPY requirements.lock pyproject.toml README.md LICENSE hatch_build.py ./
COPY schemas schemas
COPY src src
COPY build build
RUN pip install --no-cache-dir --require-hashes -r requirements.lock \
    && pip install --no-cache-dir --no-deps --no-build-isolation .
# By number, so that a cluster can see that it is not root.
USER 10001
EXPOSE 8001
# Anything but a public build is refused here.
CMD ["cases", "serve", "build", "--host", "0.0.0.0"]
