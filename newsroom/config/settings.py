"""Configure Django. Values that differ between installations come from `newsroom.config.environment`."""

import os
from datetime import timedelta

from csp.constants import NONE, SELF

from newsroom.config.environment import BASE, VAR, read_environment

ENVIRONMENT = read_environment(os.environ)

BASE_DIR = BASE
SECRET_KEY = ENVIRONMENT.secret_key
DEBUG = ENVIRONMENT.debug
ALLOWED_HOSTS = ENVIRONMENT.allowed_hosts
CSRF_TRUSTED_ORIGINS = ENVIRONMENT.csrf_trusted_origins
DATABASES = {"default": ENVIRONMENT.database}

INSTALLED_APPS = [
    "newsroom.config.apps.NewsroomAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "axes",
    "newsroom",
    "annotations",
]

MIDDLEWARE = [
    "newsroom.config.pulses.PulsesFirst",
    "newsroom.config.middleware.RequestLines",
    "newsroom.config.sign_in.sessions.ActsOfPeople",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "newsroom.config.body_limits.BodyLimits",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "newsroom.config.sign_in.token_sign_in.TokenSignIn",
    "newsroom.config.sign_in.sessions.SignInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "newsroom.config.middleware.PrivatePages",
    "newsroom.config.middleware.ErrorsAsSentences",
    "newsroom.config.sign_in.known_devices.RememberDevices",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "newsroom.config.urls"
WSGI_APPLICATION = "newsroom.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "newsroom.presentation.permissions.may",
            ],
        },
    }
]

# People and sessions
AUTH_USER_MODEL = "newsroom.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
    )
]
CSRF_FAILURE_VIEW = "newsroom.config.handlers.csrf_failed"
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "stories"
LOGOUT_REDIRECT_URL = "sign_in"
# `newsroom.config.sign_in.throttle` counts wrong passwords. Nothing else about people is stored by it.
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AXES_HANDLER = "newsroom.config.sign_in.throttle.Throttle"
# How many wrong passwords are allowed within 15 minutes: for one name from one address, for one address with
# any names, and for one name from any address (NIST SP 800-63B, 5.2.2, allows 100 for an account).
GUESSES = {("username", "ip_address"): 5, ("ip_address",): 25, ("username",): 100}
AXES_LOCKOUT_PARAMETERS = [list(counted) for counted in GUESSES]
AXES_FAILURE_LIMIT = 100  # per cent of one of these limits
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # further attempts do not extend the pause
AXES_CLIENT_IP_CALLABLE = "newsroom.config.sign_in.throttle.client_address"
AXES_LOCKOUT_CALLABLE = "newsroom.config.sign_in.throttle.paused_response"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "next", "csrfmiddlewaretoken"]
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
PROXIES = ENVIRONMENT.proxies
SENTENCE_MODEL = ENVIRONMENT.sentence_model  # see `newsroom.search.meaning`
# The __Host- prefix ties a cookie to this host, to TLS and to the whole site (RFC 6265bis). It requires TLS.
SESSION_COOKIE_NAME = "__Host-session" if ENVIRONMENT.https else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if ENVIRONMENT.https else "csrf"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True  # pages contain the token in their markup
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENVIRONMENT.https

# Transport and headers
SECURE_SSL_REDIRECT = ENVIRONMENT.https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENVIRONMENT.https else None
SECURE_HSTS_SECONDS = 31_536_000 if ENVIRONMENT.https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = ENVIRONMENT.https
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        # The import map's hash is added by `newsroom.config.middleware.PrivatePages`.
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# Limits for requests, in bytes and counts.
UPLOAD_LIMIT = 10 * 1024 * 1024
UPLOAD_FILES = 50
DATA_UPLOAD_MAX_MEMORY_SIZE = UPLOAD_LIMIT + 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = UPLOAD_FILES
#: The size of a whole request with its files, and of a request by somebody who is not signed in, which holds
#: only a name and a password.
BODY_LIMIT = (UPLOAD_FILES + 1) * UPLOAD_LIMIT
STRANGERS_BODY_LIMIT = 64 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]

#: How many requests a minute an API token may make, in each process of the server.
API_REQUESTS_PER_MINUTE = 300

#: About how many seconds one request works on an import.
IMPORT_STEP = 2.0

# The user agent that other sites see, and the hosts that are fetched although they are not public (only for
# tests).
_HOST = f"; {ALLOWED_HOSTS[0]}" if ENVIRONMENT.https else ""
FETCH_AGENT = f"Newsroom/0.1 (a desk that verifies news{_HOST})"
FETCH_ALSO: frozenset[str] = frozenset()

# Static files: hashed names, served by whitenoise
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_ALLOW_ALL_ORIGINS = False

# Words and time
LANGUAGE_CODE = "en-gb"
FORMAT_MODULE_PATH = "newsroom.config.formats"
USE_I18N = False
USE_TZ = True
TIME_ZONE = "UTC"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "newsroom.config.logs.JsonLines"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "newsroom": {"level": ENVIRONMENT.log_level},
        "annotations": {"level": ENVIRONMENT.log_level},
        # Django's own handlers would print errors once more, with what people typed.
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.request": {"level": "ERROR"},  # what is less is told by the line of each request
        "django.server": {"handlers": [], "propagate": True},
        "axes": {"level": "ERROR"},  # `newsroom.signing_in` tells the same in our words
    },
}
